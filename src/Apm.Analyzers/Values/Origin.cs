using Microsoft.CodeAnalysis;

namespace Apm.Analyzers.Values;

/// <summary>Where a value comes from: the literal, and the expressions through which it was passed on.</summary>
/// <param name="Node">The outermost expression.</param>
/// <param name="From">What it stands for; null at the literal.</param>
internal sealed record Origin(SyntaxNode Node, Origin? From = null)
{
    /// <summary>The node is a value of its own, made of what it comes from: it is what is wrong, not its parts.</summary>
    public bool IsMade { get; init; }

    /// <summary>Where it began.</summary>
    public SyntaxNode Literal { get; } = From is null ? Node : From.Literal;

    public Origin Via(SyntaxNode expression) => ReferenceEquals(Node, expression) ? this : new Origin(expression, this);

    /// <summary>The innermost expression within <paramref name="sight"/>, so that the literal itself is shown where it is in sight.</summary>
    /// <returns>Null where no expression of the chain lies within.</returns>
    public SyntaxNode? Within(SyntaxNode sight)
    {
        SyntaxNode? found = null;
        for (var origin = this; origin is not null; origin = origin.From)
        {
            if (sight.SyntaxTree == origin.Node.SyntaxTree && sight.Span.Contains(origin.Node.Span))
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
}
