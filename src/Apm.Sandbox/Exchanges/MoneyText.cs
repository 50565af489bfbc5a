using System.Globalization;
using System.Text.Json;
using Apm.Iso;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Money as a text in a file of exchanges: an amount in major units with its currency.</summary>
internal static class MoneyText
{
    /// <summary>Null if the value is not money that can be read exactly.</summary>
    public static string? Of(JsonElement value, ApiModel api, MoneyFormatModel format) =>
        Dotted.Find(value, format.AmountName) is { } amount && Dotted.Text(value, format.CurrencyName) is { } code ? Of(amount, code, api, format) : null;

    /// <summary>The same for an amount and a currency that are two members.</summary>
    public static string? Of(JsonElement amount, string code, ApiModel api, MoneyFormatModel format)
    {
        if (new MoneyMembers(api, format).ReadCurrency(code) is not { } currency)
        {
            return null;
        }

        return Exponents.Find(api, currency) is { } decimals ? Major(amount, format, decimals) is { } major && IsExact(major, currency)
                ? ExchangeReading.TextOf(decimal.Parse(major.ToString("F" + decimals, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), currency)
                : null
            : !format.IsMajor && Amount(amount, format) is { } minor ? ExchangeReading.TextOf((long)minor, currency)
            : null;
    }

    private static decimal? Major(JsonElement amount, MoneyFormatModel format, int decimals) => Amount(amount, format) switch
    {
        { } major when format.IsMajor => IsWhole(major, decimals) ? major : null,
        { } minor => minor / Scale(decimals),
        null => null,
    };

    private static decimal? Amount(JsonElement amount, MoneyFormatModel format) => (format.Notation, amount.ValueKind) switch
    {
        (MoneyNotation.MinorUnits, JsonValueKind.Number) => amount.TryGetInt64(out var integer) ? integer : null,
        (MoneyNotation.DecimalNumber, JsonValueKind.Number) => amount.TryGetDecimal(out var number) ? number : null,
        (MoneyNotation.MinorUnitsString, JsonValueKind.String) => Scalars.Integer(JsonText.Read(amount)),
        (MoneyNotation.DecimalString, JsonValueKind.String) => decimal.TryParse(
            JsonText.Read(amount),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var text) ? text : null,
        _ => null,
    };

    // A client counts in minor units of ISO 4217.
    private static bool IsExact(decimal major, string currency) => !Iso4217.TryGetExponent(currency, out var decimals) || IsWhole(major, decimals);

    private static bool IsWhole(decimal major, int decimals)
    {
        var limit = long.MaxValue / Scale(decimals);
        return Math.Abs(major) <= limit && decimal.Round(major, decimals) == major;
    }

    private static decimal Scale(int decimals) => Enumerable.Repeat(10m, decimals).Aggregate(1m, (scale, ten) => scale * ten);
}
