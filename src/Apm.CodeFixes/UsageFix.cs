using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Apm.CodeFixes;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// The base of all fixes. A fix changes text only at the place of the error, so comments and layout stay. Fix All, and programs such as
/// <c>dotnet format</c>, apply only fixes with <see cref="FixAllScopes"/>. A developer must choose each of the others.
/// </summary>
public abstract class UsageFix : CodeFixProvider
{
    /// <summary>For fixes that never change what the code means. Programs request fixes only for the whole solution.</summary>
    private protected static readonly ImmutableArray<FixAllScope> UnattendedScopes =
        ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    /// <summary>Where Fix All applies the fix; empty if a developer must choose it at each place.</summary>
    private protected virtual ImmutableArray<FixAllScope> FixAllScopes => ImmutableArray<FixAllScope>.Empty;

    /// <summary>The kind of fix that Fix All applies if the first place has none.</summary>
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

    public sealed override FixAllProvider? GetFixAllProvider() => FixAllScopes.IsEmpty
        ? null
        : FixAllProvider.Create(
            async (context, document, diagnostics) =>
                await FixAsync(document, diagnostics, context.CodeActionEquivalenceKey ?? DefaultKey, context.CancellationToken).ConfigureAwait(false),
            FixAllScopes);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var changes = new List<TextChange>();

        // Inner locations first: changes at the same position are written from the inside to the outside.
        foreach (var place in diagnostics.GroupBy(diagnostic => diagnostic.Location.SourceSpan).OrderByDescending(place => place.Key.Start))
        {
            var choices = await ChoicesAsync(document, place.ToArray(), cancellationToken).ConfigureAwait(false);
            if (choices.FirstOrDefault(choice => choice.Key == key && choice.Document.Id == document.Id) is { } choice
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
