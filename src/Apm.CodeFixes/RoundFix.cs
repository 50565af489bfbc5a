using System.Collections.Immutable;
using Apm.Analyzers;
using Apm.Iso;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

/// <summary>
/// Rounds an amount with more decimals than its currency, halves away from zero, which is usual for prices. It changes what a
/// customer pays, so the developer must choose it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RoundFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1012");

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        var currency = diagnostic.Property(FixProperties.Currency);
        return Amount.Parse(diagnostic.Property(FixProperties.Written)) is { } written && Iso4217.TryGetExponent(currency, out var decimals)
            && await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsShared: false } place
            && Amount.Literal(decimal.Round(written, decimals, MidpointRounding.AwayFromZero), currency, place) is { } literal
            ? [new Choice($"Round to {literal}", "Round", place.Document, place.Write(literal))]
            : [];
    }
}
