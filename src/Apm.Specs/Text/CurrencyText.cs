using System.Globalization;
using Apm.Iso;

namespace Apm.Specs;

/// <summary>Amounts of money and their currencies as people read them.</summary>
public static class CurrencyText
{
    /// <summary>Such as <c>12.50 EUR</c>, with the decimals that ISO 4217 gives the currency.</summary>
    public static string Format(long minorUnits, string currency)
    {
        if (!Iso4217.TryGetExponent(currency, out var exponent))
        {
            return minorUnits.ToString(CultureInfo.InvariantCulture) + " minor units of " + currency;
        }

        // Text, because a long has more digits than a double and a negative one no positive counterpart.
        var digits = minorUnits.ToString(CultureInfo.InvariantCulture);
        var sign = minorUnits < 0 ? "-" : "";
        digits = digits.Substring(sign.Length).PadLeft(exponent + 1, '0');
        var whole = digits.Length - exponent;
        return sign + digits.Substring(0, whole) + (exponent == 0 ? "" : "." + digits.Substring(whole)) + " " + currency;
    }

    /// <summary>What the currency of an amount must be, such as <c>must be one of EUR, HKD, the currencies of Wallet</c>.</summary>
    /// <param name="method">The name of the method that accepts the currencies; null if the text before names it, or if there is none.</param>
    public static string Accepted(IReadOnlyList<string> currencies, string? method = null) =>
        "must be one of " + MessageText.Some(currencies) + (method is null ? "" : ", the currencies of " + method);
}
