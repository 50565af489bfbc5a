using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Apm.CodeFixes;

/// <summary>Adds and removes members of an initializer, and keeps its layout.</summary>
internal static class Members
{
    /// <summary>
    /// A placeholder for a value that only the developer knows. It is not a valid name, so the code does not compile until the value
    /// is written. <c>default</c> or an empty text would compile, and the gateway might refuse or accept it.
    /// </summary>
    public const string Placeholder = "TODO";

    /// <returns>Empty if <paramref name="creation"/> is not an object creation with an initializer.</returns>
    public static TextChange[] Add(SyntaxNode creation, IReadOnlyList<string> members)
    {
        var assignments = string.Join(", ", members.Select(member => $"{member} = {Placeholder}"));
        return creation switch
        {
            BaseObjectCreationExpressionSyntax { Initializer: null } => [new TextChange(new TextSpan(creation.Span.End, 0), $" {{ {assignments} }}")],
            BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Add(initializer, members, assignments),
            WithExpressionSyntax { Initializer: var initializer } => Add(initializer, members, assignments),
            _ => [],
        };
    }

    /// <summary>Removes assignments of one initializer with their commas and comments.</summary>
    public static TextChange[] Remove(IReadOnlyCollection<AssignmentExpressionSyntax> assignments)
    {
        if (assignments.FirstOrDefault()?.Parent is not InitializerExpressionSyntax { Expressions: var all }
            || assignments.Any(assignment => assignment.ContainsDirectives))
        {
            return [];
        }

        var changes = new List<TextChange>();
        var kept = -1;
        for (var index = 0; index < all.Count; index++)
        {
            var hasComma = index < all.SeparatorCount;
            if (!assignments.Contains(all[index]))
            {
                kept = index;
            }
            else if (hasComma)
            {
                changes.Add(Nothing(TextSpan.FromBounds(all[index].FullSpan.Start, all.GetSeparator(index).FullSpan.End)));
            }
            else
            {
                // The last member that stays then has no comma after it.
                changes.AddRange(kept < 0 ? [] : [Nothing(all.GetSeparator(kept).Span)]);
                changes.Add(Nothing(all[index].FullSpan));
            }
        }

        return [.. changes.OrderBy(change => change.Span.Start)];
    }

    private static TextChange[] Add(InitializerExpressionSyntax initializer, IReadOnlyList<string> members, string assignments)
    {
        var all = initializer.Expressions;
        if (all.Count == 0)
        {
            var space = initializer.OpenBraceToken.TrailingTrivia.Count == 0 && initializer.CloseBraceToken.LeadingTrivia.Count == 0 ? " " : "";
            return [Insert(initializer.OpenBraceToken.Span.End, $" {assignments}{space}")];
        }

        var last = all[all.Count - 1];
        var comma = all.SeparatorCount == all.Count ? all.GetSeparator(all.Count - 1) : default;
        var lastToken = comma == default ? last.GetLastToken() : comma;
        if (LineBreak(lastToken.TrailingTrivia) is not { } lineBreak)
        {
            return [Insert(lastToken.Span.End, comma == default ? $", {assignments}" : $" {assignments},")];
        }

        var indent = Indent(last);
        var lines = string.Join("," + lineBreak, members.Select(member => $"{indent}{member} = {Placeholder}"));
        return comma == default
            ? [Insert(lastToken.Span.End, ","), Insert(lastToken.FullSpan.End, lines + lineBreak)]
            : [Insert(lastToken.FullSpan.End, lines + "," + lineBreak)];
    }

    private static string? LineBreak(SyntaxTriviaList trivia) =>
        trivia.LastOrDefault() is var last && last.IsKind(SyntaxKind.EndOfLineTrivia) ? last.ToString() : null;

    private static string Indent(SyntaxNode member)
    {
        var line = member.SyntaxTree.GetText().Lines.GetLineFromPosition(member.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    private static TextChange Nothing(TextSpan span) => new(span, "");
}
