using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.CodeFixes;

/// <summary>For a group of which all members or none must be set: adds the missing members, or removes the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class GroupFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1010");

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var choices = new List<Choice>();
        var diagnostic = diagnostics[0];
        if (diagnostic.Property(FixProperties.Rest) is not { } rest
            || diagnostic.AdditionalLocations.Count > 0
            || await MemberTarget.OfAsync<AssignmentExpressionSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not var (place, assignment))
        {
            return choices;
        }

        var members = rest.Split(',');
        if (rest.Length > 0 && assignment.Parent?.Parent is { } creation && Members.Add(creation, members) is { Length: > 0 } added)
        {
            choices.Add(new Choice($"Add {string.Join(", ", members.Select(member => $"{member} = {Members.Placeholder}"))}", "Add", place, added));
        }

        // All of them: one that stays would be incomplete again.
        if (diagnostic.Property(FixProperties.Set) is { Length: > 0 } set && Members.Remove(Assignments(assignment, set.Split(','))) is { Length: > 0 } removed)
        {
            choices.Add(new Choice($"Remove {set.Replace(",", ", ")}", "Remove", place, removed));
        }

        return choices;
    }

    private static AssignmentExpressionSyntax[] Assignments(AssignmentExpressionSyntax sibling, string[] members) =>
        [.. ((InitializerExpressionSyntax)sibling.Parent!)
            .Expressions.OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && members.Contains(name))];
}
