using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers;

/// <summary>A violation to report.</summary>
/// <param name="Site">The assignment, creation or call under analysis.</param>
/// <param name="Value">The expression of the checked value.</param>
/// <param name="At">The expression that is wrong.</param>
/// <param name="Literal">The origin of its value, if it is another expression.</param>
/// <param name="Fix">The properties for a code fix, by the names in <see cref="FixProperties"/>.</param>
internal sealed record Finding(
    DiagnosticDescriptor Rule,
    SyntaxNode Site,
    SyntaxNode Value,
    SyntaxNode At,
    SyntaxNode? Literal,
    string Message,
    ImmutableDictionary<string, string?> Fix)
{
    /// <param name="context">The compilation.</param>
    /// <param name="pages">The folder of the packed pages.</param>
    public Diagnostic ToDiagnostic(UsageContext context, string? pages) => Diagnostic.Create(
        PackedPages.Link(Rule, pages),
        Place(At),
        Literal is null || !context.Contains(Literal.SyntaxTree) ? [] : [Place(Literal)],
        Fix,
        Message);

    // The start of an object creation only, because an initializer may have many lines.
    private static Location Place(SyntaxNode node) =>
        node switch
        {
            ObjectCreationExpressionSyntax { Initializer: not null } creation => Location.Create(
                node.SyntaxTree,
                TextSpan.FromBounds(creation.NewKeyword.SpanStart, creation.Type.Span.End)),
            ImplicitObjectCreationExpressionSyntax { Initializer: not null } creation => creation.NewKeyword.GetLocation(),
            WithExpressionSyntax with => with.WithKeyword.GetLocation(),
            AssignmentExpressionSyntax assignment => assignment.Left.GetLocation(),
            _ => node.GetLocation(),
        };

    public bool Equals(Finding? other) => other is not null && Rule.Id == other.Rule.Id && Site == other.Site && At == other.At && Message == other.Message;

    public override int GetHashCode() => At.GetHashCode() ^ Message.GetHashCode();
}
