using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The amount and the currency of money in JSON. Amounts are in the gateway's minor units.</summary>
internal sealed class MoneyMembers(ApiModel api, MoneyFormatModel format)
{
    /// <summary>Whether it is read from a form, in which a number is a text.</summary>
    public bool IsForm { get; init; }

    public JsonObject Object(long amount, string currency) => new()
    {
        [format.AmountName] = Amount(amount, currency),
        [format.CurrencyName] = Currency(currency),
    };

    public JsonNode Amount(long amount, string currency) => format.Notation switch
    {
        MoneyNotation.MinorUnits => amount,
        MoneyNotation.MinorUnitsString => amount.ToString(CultureInfo.InvariantCulture),
        MoneyNotation.DecimalNumber => JsonNode.Parse(Exponents.Print(api, amount, currency))!,
        _ => Exponents.Print(api, amount, currency),
    };

    public string Currency(string currency) => IsLower ? currency.ToLowerInvariant() : currency;

    /// <summary>The code of a currency; null if the gateway writes it with other letters.</summary>
    public string? ReadCurrency(string code) => !IsLower ? code
        : code.Any(char.IsAsciiLetterUpper) ? null
        : string.Concat(code.Select(letter => char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : letter));

    /// <param name="value">The amount.</param>
    /// <param name="currency">Null if it is not known. An amount in major units cannot be read then.</param>
    public long? ReadAmount(JsonElement value, string? currency) => (Notation(value), value.ValueKind) switch
    {
        (MoneyNotation.MinorUnits, JsonValueKind.Number) when value.TryGetInt64(out var units) => units,
        (MoneyNotation.MinorUnitsString, JsonValueKind.String) => Scalars.Integer(JsonText.Read(value)),
        (MoneyNotation.DecimalNumber, JsonValueKind.Number) when currency is not null => Number(value, Exponents.Of(api, currency)),
        (MoneyNotation.DecimalString, JsonValueKind.String) when currency is not null => Decimals(JsonText.Read(value), Exponents.Of(api, currency)),
        _ => null,
    };

    /// <summary>Whether the amount can be right if only its currency is not known.</summary>
    public bool DependsOnCurrency(JsonElement amount) =>
        (Notation(amount), amount.ValueKind) is (MoneyNotation.DecimalString, JsonValueKind.String) or (MoneyNotation.DecimalNumber, JsonValueKind.Number);

    /// <summary>How an amount must be written.</summary>
    public string Form(string? currency)
    {
        var decimals = currency is null ? "" : $" with {Exponents.Of(api, currency)} decimals";
        return format.Notation switch
        {
            MoneyNotation.MinorUnits => "Amount must be an integer in minor units",
            MoneyNotation.MinorUnitsString => "Amount must be a string with an integer in minor units",
            MoneyNotation.DecimalNumber => "Amount must be a number" + decimals,
            _ => "Amount must be a string" + decimals,
        };
    }

    private MoneyNotation Notation(JsonElement amount) => (format.Notation, IsForm && amount.ValueKind == JsonValueKind.String) switch
    {
        (MoneyNotation.MinorUnits, true) => MoneyNotation.MinorUnitsString,
        (MoneyNotation.DecimalNumber, true) => MoneyNotation.DecimalString,
        (var notation, _) => notation,
    };

    private bool IsLower => format.CurrencyCase == CurrencyCase.Lower;

    // 12.3 and 12.30 are one number.
    private static long? Number(JsonElement value, int exponent)
    {
        if (!value.TryGetDecimal(out var major) || Math.Abs(major) > long.MaxValue)
        {
            return null;
        }

        var units = Enumerable.Repeat(10m, exponent).Aggregate(major, (amount, ten) => amount * ten);
        return decimal.Truncate(units) == units && units is <= long.MaxValue and >= long.MinValue ? (long)units : null;
    }

    private static long? Decimals(string text, int exponent)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        return decimals == exponent && point != 0 && point != text.Length - 1 && !text.StartsWith("-.", StringComparison.Ordinal)
            ? Scalars.Integer(point < 0 ? text : text.Remove(point, 1))
            : null;
    }
}
