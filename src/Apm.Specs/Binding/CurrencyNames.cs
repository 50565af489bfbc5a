using Apm.Iso;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>The currencies that a file may name: those of ISO 4217, and those that its API adds.</summary>
/// <param name="extra">Of the API, with their decimals.</param>
/// <param name="likely">What is proposed first.</param>
/// <param name="isApiKnown">Where it is not, a code may be one that the API adds: the missing API is the mistake.</param>
internal sealed class CurrencyNames(IReadOnlyList<ExponentModel> extra, IReadOnlyList<string> likely, bool isApiKnown = true)
{
    public bool IsKnown(ScalarSyntax code, Report report) => !isApiKnown || Codes.IsCurrency(code, report, extra.Select(exponent => exponent.Currency).ToList(), likely);

    /// <summary>ISO 4217 goes first: limits are in its minor units.</summary>
    public int? Exponent(string currency) => Iso4217.TryGetExponent(currency, out var exponent)
        ? exponent
        : extra.FirstOrDefault(known => known.Currency == currency)?.Exponent;
}
