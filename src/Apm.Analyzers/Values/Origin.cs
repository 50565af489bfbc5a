using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Where a value comes from: the literal, and the expressions through which it was passed on.</summary>
/// <param name="Node">The outermost expression.</param>
/// <param name="From">What it stands for; null at the literal.</param>
internal sealed record Origin(SyntaxNode Node, Origin? From = null)
{
    /// <summary>The node is a value of its own, made of what it comes from: it is what is wrong, not its parts.</summary>
    public bool IsMade { get; init; }

    /// <summary>A condition compares with the node: there is nothing wrong in that.</summary>
    public bool IsCompared { get; init; }

    /// <summary>Where it began.</summary>
    public SyntaxNode Literal { get; } = From is null ? Node : From.Literal;

    // Of pair.Item1, the whole is wrong and not the pair.
    public Origin Via(SyntaxNode expression) =>
        ReferenceEquals(Node, expression) ? this : new Origin(expression, this) { IsMade = From is not null && Contains(expression, Node) };

    /// <summary>The innermost expression within <paramref name="sight"/>, so that the literal itself is shown where it is in sight.</summary>
    /// <returns>Null if no expression of the chain lies within.</returns>
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

    /// <summary>Whether one stands within the other, or is it.</summary>
    public static bool Contains(SyntaxNode outer, SyntaxNode inner) => outer.SyntaxTree == inner.SyntaxTree && outer.Span.Contains(inner.Span);
}
