using Microsoft.CodeAnalysis;

namespace Apm.Analyzers.Values;

/// <summary>Where a value comes from: the literal, and the expressions through which it was passed on.</summary>
/// <param name="Node">The outermost expression.</param>
/// <param name="From">What it stands for; null at the literal.</param>
internal sealed record Origin(SyntaxNode Node, Origin? From = null)
{
    /// <summary>The node is a value of its own, made of what it comes from: it is what is wrong, not its parts.</summary>
    public bool IsMade { get; init; }

    public SyntaxNode Literal
    {
        get
        {
            var origin = this;
            while (origin.From is { } from)
            {
                origin = from;
            }

            return origin.Node;
        }
    }

    public Origin Via(SyntaxNode expression) => ReferenceEquals(Node, expression) ? this : new Origin(expression, this);

    /// <summary>The innermost expression within <paramref name="sight"/>, so that the literal itself is shown where it is in sight.</summary>
    /// <returns>Null where no expression of the chain lies within.</returns>
    public SyntaxNode? Within(SyntaxNode sight)
    {
        SyntaxNode? innermost = null;
        for (var origin = this; origin is not null; origin = origin.From)
        {
            if (sight.SyntaxTree == origin.Node.SyntaxTree && sight.Span.Contains(origin.Node.Span))
            {
                innermost = origin.Node;
                if (origin.IsMade)
                {
                    break;
                }
            }
        }

        return innermost;
    }

    public bool Equals(Origin? other) => ReferenceEquals(Node, other?.Node) && Equals(From, other?.From);

    public override int GetHashCode() => Node.GetHashCode();
}
