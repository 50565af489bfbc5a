using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.CodeFixes;

/// <summary>
/// Adds members that other values require, each with a placeholder for its value. Only the developer knows the value. Fix All may
/// add placeholders everywhere in a project, because the code does not compile until the developer writes each value.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MissingMemberFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1009");

    private protected override ImmutableArray<FixAllScope> FixAllScopes { get; } = ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project);

    private protected override string DefaultKey => "Add";

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var choices = new List<Choice>();
        foreach (var made in diagnostics.GroupBy(diagnostic => diagnostic.AdditionalLocations.FirstOrDefault()?.SourceSpan))
        {
            var members = made.Select(diagnostic => diagnostic.Property(FixProperties.Member)).OfType<string>().Distinct().ToArray();
            if (members.Length > 0
                && await MemberTarget.OfAsync<ExpressionSyntax>(document, made.First(), cancellationToken).ConfigureAwait(false) is var (place, creation)
                && Members.Add(creation, members) is { Length: > 0 } changes)
            {
                choices.Add(new Choice($"Add {string.Join(", ", members.Select(member => $"{member} = {Members.Placeholder}"))}", DefaultKey, place, changes));
            }
        }

        return choices;
    }
}
