using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A dictionary whose keys are all known. Like <see cref="ListValue"/>, it is known only where nothing can write it.</summary>
internal sealed record MapValue(ImmutableDictionary<object, Value> Entries) : Value
{
    public override Value Via(SyntaxNode expression) => this;

    public bool Equals(MapValue? other) => ReferenceEquals(Entries, other?.Entries);

    public override int GetHashCode() => Entries.Count;
}
