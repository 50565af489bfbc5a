using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Apm.CodeFixes;

/// <summary>
/// Changes a wrong text that other code may read as well, such as a constant: here, or at its origin. The developer must choose it,
/// because a text that is wrong for one method may be right for another.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SharedTextFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1001", "APM1006", "APM1008", "APM1011");

    private protected override CodeActionPriority Priority => CodeActionPriority.Low;

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        var text = diagnostic.Property(FixProperties.Same) ?? diagnostic.Property(FixProperties.Nearest) ?? diagnostic.Property(FixProperties.Address);
        var texts = text is null ? diagnostic.Choices() : [text];
        if (texts.Length == 0
            || await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { IsShared: true } source)
        {
            return [];
        }

        var choices = new List<Choice>();
        if (await FixTarget.InSightAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } here)
        {
            choices.AddRange(
                texts
                    .Select(text => TextForms.Of(text, here, diagnostic).First().Text)
                    .Select(form => new Choice($"Use {form} here", "Here", here.Document, here.Write(form))));
        }

        if (text is not null)
        {
            var (form, _) = TextForms.Of(text, source, diagnostic).First();
            var title = $"Use {form} for {source.Expression} at its source (other code may read it, too)";
            choices.Add(new Choice(title, Choice.AtSource, source.Document, source.Write(form)));
        }

        return choices;
    }
}
