using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Apm.CodeFixes;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// The base of all fixes. A fix changes text only at the place of the error, so comments and layout stay. A program
/// such as <c>dotnet format</c> applies the fix with the kind <see cref="DefaultKey"/>. Without one, only a developer can choose a fix.
/// </summary>
public abstract class UsageFix : CodeFixProvider
{
    // A program requests fixes for the whole solution, a developer for what is on the screen.
    private static readonly ImmutableArray<FixAllScope> s_chosen = ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project);

    /// <summary>The kind of fix that is applied without a choice; null if a developer must choose.</summary>
    private protected virtual string? DefaultKey => null;

    private protected virtual CodeActionPriority Priority => CodeActionPriority.Default;

    /// <param name="diagnostics">The diagnostics at one location.</param>
    private protected abstract Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var choice in await ChoicesAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    choice.Title,
                    async token => await ApplyAsync(choice.Document, choice.Changes, token).ConfigureAwait(false),
                    choice.Key,
                    Priority),
                context.Diagnostics);
        }
    }

    public override FixAllProvider? GetFixAllProvider() =>
        FixAllProvider.Create(
            async (context, document, diagnostics) =>
                await FixAsync(document, diagnostics, context.CodeActionEquivalenceKey ?? DefaultKey, context.CancellationToken).ConfigureAwait(false),
            DefaultKey is null ? s_chosen : s_chosen.Add(FixAllScope.Solution));

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var changes = new List<TextChange>();

        // Inner locations first: changes at the same position are written from the inside to the outside.
        foreach (var place in diagnostics.GroupBy(diagnostic => diagnostic.Location.SourceSpan).OrderByDescending(place => place.Key.Start))
        {
            var choices = await ChoicesAsync(document, place.ToArray(), cancellationToken).ConfigureAwait(false);
            if (choices.FirstOrDefault(choice => choice.Key == key && key != Choice.AtSource && choice.Document.Id == document.Id) is { } choice
                && choice.Changes.All(change => !changes.Any(other => other.Span.OverlapsWith(change.Span))))
            {
                changes.AddRange(choice.Changes);
            }
        }

        return await ApplyAsync(document, changes.OrderBy(change => change.Span.Start), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<TextChange> changes, CancellationToken cancellationToken) =>
        document.WithText((await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(changes));
}
