using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

/// <summary>
/// Offers every allowed text if the wrong one resembles none of them. Only the developer knows which one is right, and what
/// the amount is then worth.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AllowedTextFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1001", "APM1006");

    private protected override CodeActionPriority Priority => CodeActionPriority.Low;

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        return
            diagnostic.Choices() is { Length: > 0 } allowed
            && await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsShared: false } place
            ? allowed
                .Select(text =>
                {
                    var (form, _) = TextForms.Of(text, place, diagnostic).First();
                    return new Choice($"Use {form}", text, place.Document, place.Write(form));
                })
            : [];
    }
}
