using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>An array or another collection whose number of elements is known. It is known only where nothing can write it.</summary>
/// <param name="Types">The types of the elements in the code.</param>
internal sealed record ListValue(Value[] Items, ITypeSymbol?[] Types) : Value
{
    public override Value Via(SyntaxNode expression) => this with { Items = Array.ConvertAll(Items, item => item.Via(expression)) };

    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}
