using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>An object after its initializer. A member that is not listed was not set.</summary>
/// <param name="Creation">The expression that created it.</param>
internal sealed record RecordValue(INamedTypeSymbol Type, ImmutableDictionary<string, MemberValue> Members, SyntaxNode Creation) : Value
{
    /// <summary>Whether it is a changed copy of an unknown object, so that a member that is not listed has an unknown value.</summary>
    public bool IsPartial { get; init; }

    public bool Equals(RecordValue? other) => ReferenceEquals(this, other)
        || (other is not null && ReferenceEquals(Creation, other.Creation) && Members.Count == other.Members.Count
            && Members.All(member => other.Members.TryGetValue(member.Key, out var theirs) && member.Value.Value.Equals(theirs.Value)));

    public override int GetHashCode() => Creation.GetHashCode();
}

/// <param name="Assignment">The expression that set the member.</param>
internal sealed record MemberValue(Value Value, SyntaxNode Assignment);
