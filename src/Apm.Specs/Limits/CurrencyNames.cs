using Apm.Iso;

namespace Apm.Specs;

/// <summary>The currencies that a file may name: those of ISO 4217, and those that its API adds.</summary>
/// <param name="extra">Of the API, with their decimals.</param>
/// <param name="likely">What is proposed first.</param>
/// <param name="isApiKnown">Where it is not, a code may be one that the API adds: the missing API is the mistake.</param>
internal sealed class CurrencyNames(IReadOnlyList<ExponentModel> extra, IReadOnlyList<string> likely, bool isApiKnown = true)
{
    private readonly Dictionary<string, int> _extra = extra
        .GroupBy(exponent => exponent.Currency, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Exponent, StringComparer.Ordinal);

    public bool IsKnown(ScalarSyntax code, DiagnosticBag report) => !isApiKnown || IsoCodes.IsCurrency(code, report, _extra.ContainsKey(code.Value), likely);

    /// <summary>ISO 4217 is used first: limits are in its minor units.</summary>
    public int? Exponent(string currency) =>
        Iso4217.TryGetExponent(currency, out var exponent) || _extra.TryGetValue(currency, out exponent) ? exponent : null;
}
