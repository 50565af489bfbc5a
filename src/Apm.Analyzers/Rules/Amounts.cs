using System.Globalization;
using Apm.Iso;
using Apm.Specs;

namespace Apm.Analyzers;

/// <summary>Formats amounts for messages.</summary>
internal static class Amounts
{
    /// <summary>Returns a text such as <c>12.50 EUR (1250 minor units)</c>.</summary>
    public static string Both(long minorUnits, string currency) => Iso4217.TryGetExponent(currency, out _)
        ? $"{CurrencyText.Format(minorUnits, currency)} ({Minor(minorUnits)})"
        : CurrencyText.Format(minorUnits, currency);

    public static string Minor(long minorUnits) => minorUnits.ToString(CultureInfo.InvariantCulture) + (minorUnits == 1 ? " minor unit" : " minor units");
}
