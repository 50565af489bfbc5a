using System.Globalization;
using Apm.Iso;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The number of decimals of amounts at a gateway.</summary>
internal static class Exponents
{
    /// <summary>Null for codes that neither the gateway nor ISO 4217 knows.</summary>
    public static int? Find(ApiModel api, string currency) =>
        api.Exponents.FirstOrDefault(exponent => exponent.Currency == currency)?.Exponent ?? OfIso(currency);

    public static int Of(ApiModel api, string currency) => Find(api, currency) ?? 0;

    /// <summary>Limits are in minor units of ISO 4217, amounts in minor units of the gateway.</summary>
    public static decimal ToMajor(ApiModel api, long amount, string currency) => Scale(amount, Of(api, currency));

    public static decimal LimitToMajor(ApiModel api, long limit, string currency) =>
        Scale(limit, OfIso(currency) ?? Of(api, currency));

    public static string Print(ApiModel api, long amount, string currency) =>
        ToMajor(api, amount, currency).ToString("F" + Of(api, currency), CultureInfo.InvariantCulture);

    private static int? OfIso(string currency) => Iso4217.TryGetExponent(currency, out var exponent) ? exponent : null;

    private static decimal Scale(long minorUnits, int exponent)
    {
        var major = (decimal)minorUnits;
        for (var i = 0; i < exponent; i++)
        {
            major /= 10;
        }

        return major;
    }
}
