using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

/// <summary>Replaces an amount beyond a limit by the limit. It changes what a customer pays, so the developer must choose it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class LimitFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1002", "APM1003");

    private protected override CodeActionPriority Priority => CodeActionPriority.Low;

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        var currency = diagnostic.Property(FixProperties.Currency);
        if (Amount.Parse(diagnostic.Property(FixProperties.LimitMinorUnits)) is not { } minorUnits
            || (diagnostic.Property(FixProperties.IsMajor) is null ? minorUnits : Amount.Major(minorUnits, currency)) is not { } limit
            || await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } place
            || Amount.Literal(limit, currency, place) is not { } literal)
        {
            return [];
        }

        var name = diagnostic.Id == "APM1002" ? "maximum" : "minimum";
        return place.IsShared
            ?
            [
                new Choice(
                    $"Use the {name}, {literal}, for {place.Expression} at its source (other code may read it, too)",
                    Choice.AtSource,
                    place.Document,
                    place.Write(literal)),
            ]
            : [new Choice($"Use the {name}, {literal}", "Limit", place.Document, place.Write(literal))];
    }
}
