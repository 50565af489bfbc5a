using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The origin of a value: the literal, and the expressions through which it was passed on.</summary>
/// <param name="Node">The outermost expression.</param>
/// <param name="From">The expression that the node refers to; null at the literal.</param>
internal sealed record Origin(SyntaxNode Node, Origin? From = null)
{
    /// <summary>Whether the node computes a new value from its origin. A finding is then about the node, not about its parts.</summary>
    public bool IsMade { get; init; }

    /// <summary>Whether a condition compares with the node, which is never wrong.</summary>
    public bool IsCompared { get; init; }

    /// <summary>The expression at the start of the chain.</summary>
    public SyntaxNode Literal { get; } = From is null ? Node : From.Literal;

    // For pair.Item1, a finding is about the whole expression and not about pair.
    public Origin Via(SyntaxNode expression) =>
        ReferenceEquals(Node, expression) ? this : new Origin(expression, this) { IsMade = From is not null && Contains(expression, Node) };

    /// <summary>The innermost expression of the chain within <paramref name="sight"/>, which is the literal itself if it is within.</summary>
    /// <returns>Null if no expression of the chain is within.</returns>
    public SyntaxNode? Within(SyntaxNode sight)
    {
        SyntaxNode? found = null;
        for (var origin = this; origin is not null; origin = origin.From)
        {
            if (!origin.IsCompared && Contains(sight, origin.Node))
            {
                found = origin.Node;
                if (origin.IsMade)
                {
                    break;
                }
            }
        }

        return found;
    }

    public bool Equals(Origin? other) => ReferenceEquals(Node, other?.Node) && ReferenceEquals(Literal, other?.Literal);

    public override int GetHashCode() => Node.GetHashCode();

    /// <summary>Whether the nodes are the same, or one contains the other.</summary>
    public static bool Contains(SyntaxNode outer, SyntaxNode inner) => outer.SyntaxTree == inner.SyntaxTree && outer.Span.Contains(inner.Span);
}
