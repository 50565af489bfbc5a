using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The result of a query. Each of its elements has the same known value.</summary>
internal sealed record SequenceValue(Value Element) : Value
{
    public override Value Via(SyntaxNode expression) => new SequenceValue(Element.Via(expression));
}
