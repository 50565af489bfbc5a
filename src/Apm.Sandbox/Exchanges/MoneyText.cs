using System.Globalization;
using System.Text.Json;
using Apm.Iso;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Money as a text in a file of exchanges: an amount in major units with its currency.</summary>
internal static class MoneyText
{
    /// <summary>Null if the value is not money that can be read exactly.</summary>
    public static string? Of(JsonElement value, ApiModel api, MoneyFormatModel format)
    {
        if (Dotted.Find(value, format.AmountName) is not { } amount || Dotted.Text(value, format.CurrencyName) is not { } currency)
        {
            return null;
        }

        return Exponents.Find(api, currency) is { } decimals ? Major(amount, format, decimals) is { } major && IsExact(major, currency)
                ? ExchangeReading.TextOf(decimal.Parse(major.ToString("F" + decimals, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), currency)
                : null
            : format.Notation == MoneyNotation.MinorUnits && Integer(amount) is { } minor ? ExchangeReading.TextOf(minor, currency)
            : null;
    }

    private static decimal? Major(JsonElement amount, MoneyFormatModel format, int decimals)
    {
        if (format.Notation == MoneyNotation.MinorUnits)
        {
            return Integer(amount) is { } minor ? minor / Scale(decimals) : null;
        }

        return amount.ValueKind == JsonValueKind.String
            && decimal.TryParse(
                JsonText.Read(amount),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var major)
            && IsWhole(major, decimals)
                ? major
                : null;
    }

    // A client counts in minor units of ISO 4217.
    private static bool IsExact(decimal major, string currency) => !Iso4217.TryGetExponent(currency, out var decimals) || IsWhole(major, decimals);

    private static bool IsWhole(decimal major, int decimals)
    {
        var limit = long.MaxValue / Scale(decimals);
        return Math.Abs(major) <= limit && decimal.Round(major, decimals) == major;
    }

    private static long? Integer(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) ? value : null;

    private static decimal Scale(int decimals) => Enumerable.Repeat(10m, decimals).Aggregate(1m, (scale, ten) => scale * ten);
}
