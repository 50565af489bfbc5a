using Microsoft.CodeAnalysis;

namespace Apm.Analyzers.Values;

/// <summary>Where a value comes from: the literal, and the expressions through which it was passed on.</summary>
/// <param name="Node">The outermost expression.</param>
/// <param name="From">What it stands for; null at the literal.</param>
internal sealed record Origin(SyntaxNode Node, Origin? From = null)
{
    public SyntaxNode Literal => From is null ? Node : From.Literal;

    public Origin Via(SyntaxNode expression) => ReferenceEquals(Node, expression) ? this : new Origin(expression, this);

    /// <summary>The innermost expression within <paramref name="sight"/>, so that the literal itself is shown where it is in sight.</summary>
    /// <returns>Null where no expression of the chain lies within.</returns>
    public SyntaxNode? Within(SyntaxNode sight) =>
        From?.Within(sight) ?? (sight.SyntaxTree == Node.SyntaxTree && sight.Span.Contains(Node.Span) ? Node : null);

    public bool Equals(Origin? other) => ReferenceEquals(Node, other?.Node) && Equals(From, other?.From);

    public override int GetHashCode() => Node.GetHashCode();
}
