using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

// docs/rules/fixes.md
/// <summary>
/// Replaces a text by the allowed one that means the same, or a currency by the one that the shop sets in its <c>.editorconfig</c> for
/// this code. A program may apply it. Both are one fix, because a program applies only one fix of a rule in one run.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CertainTextFix : UsageFix
{
    private const string Option = "apm_replacement_currency";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1001", "APM1006", "APM1008", "APM1011");

    private protected override ImmutableArray<FixAllScope> FixAllScopes => UnattendedScopes;

    private protected override string DefaultKey => TextForms.Best;

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        var same = diagnostic.Property(FixProperties.Same);
        return
            (same ?? await StatedAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)) is { } text
            && await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsShared: false } place
            ? TextForms
                .Of(text, place, diagnostic)
                .Select(form =>
                    new Choice($"Use {form.Text}{(same is null ? ", which .editorconfig sets" : "")}", form.Key, place.Document, place.Write(form.Text)))
            : [];
    }

    /// <summary>The currency that the shop has chosen. A misspelling of another accepted currency is not replaced by it.</summary>
    private static async Task<string?> StatedAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Id == "APM1001"
        && await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree
        && document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(Option, out var option)
        && option.Trim() is var stated
        && diagnostic.Property(FixProperties.Allowed)?.Split('\n').Contains(stated) == true
        && (diagnostic.Property(FixProperties.Nearest) ?? stated) == stated
            ? stated
            : null;
}
