using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

/// <summary>Offers the currency or code that was probably meant. It may be another one, so the developer must choose it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NearestTextFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1001", "APM1006", "APM1011");

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        return
            diagnostic.Property(FixProperties.Nearest) is { } nearest
            && await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsShared: false } place
            ? TextForms.Of(nearest, place, diagnostic).Select(form => new Choice($"Use {form.Text}", form.Key, place.Document, place.Write(form.Text)))
            : [];
    }
}
