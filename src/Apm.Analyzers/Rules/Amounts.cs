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

    /// <summary>Returns a text such as <c>EUR, HKD and 140 others</c>.</summary>
    public static string Some(IReadOnlyList<string> values)
    {
        const int Most = 12;
        return values.Count <= Most + 2
            ? string.Join(", ", values)
            : string.Join(", ", values.Take(Most)) + " and " + (values.Count - Most).ToString(CultureInfo.InvariantCulture) + " others";
    }
}
