using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

internal sealed record TupleValue(Value[] Elements) : Value
{
    public override Value Via(SyntaxNode expression) => new TupleValue(Elements.Select(element => element.Via(expression)).ToArray());

    public bool Equals(TupleValue? other) => other is not null && Elements.SequenceEqual(other.Elements);

    public override int GetHashCode() => Elements.Length;
}
