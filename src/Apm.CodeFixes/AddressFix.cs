using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

/// <summary>Changes an address into one with https. Another address may be meant, so the developer must choose it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddressFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1008");

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        return
            diagnostic.Property(FixProperties.Address) is { } address
            && await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsShared: false } place
            ? TextForms.Of(address, place, diagnostic).Select(form => new Choice($"Use {form.Text}", form.Key, place.Document, place.Write(form.Text)))
            : [];
    }
}
