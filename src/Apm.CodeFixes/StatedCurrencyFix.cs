using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// Replaces a currency that is not accepted by the one that the shop states in its <c>.editorconfig</c> for this code. The
/// value of the amount changes with the currency, so without such a line nothing is changed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StatedCurrencyFix : UsageFix
{
    private const string Option = "apm_replacement_currency";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1001");

    private protected override string DefaultKey => TextForms.Best;

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        return await StatedAsync(document, cancellationToken).ConfigureAwait(false) is { } stated
            && diagnostic.Property(FixProperties.Allowed)?.Split('\n').Contains(stated) == true
            && await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsShared: false } place
            ? TextForms
                .Of(stated, place, diagnostic)
                .Select(form => new Choice($"Use {form.Text}, which .editorconfig sets", form.Key, place.Document, place.Write(form.Text)))
            : [];
    }

    private static async Task<string?> StatedAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree
        && document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(Option, out var stated) ? stated.Trim() : null;
}
