using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A chain of members of a local or parameter, or of the instance itself, such as <c>order.Customer.Country</c>.</summary>
/// <param name="Root">Null for <c>this</c> and for static members.</param>
/// <param name="IsFixed">Whether the members keep their values while the object exists. It does not distinguish paths.</param>
internal sealed record MemberPath(ISymbol? Root, string Members, bool IsFixed)
{
    /// <summary>The path of a member of this member.</summary>
    public MemberPath Then(MemberPath inner) => new(Root, Members + "." + inner.Members, IsFixed && inner.IsFixed);

    public bool Has(string member) => Members.Split('.').Contains(member);

    public bool Equals(MemberPath? other) => other is not null && Members == other.Members && SymbolEqualityComparer.Default.Equals(Root, other.Root);

    public override int GetHashCode() => Members.GetHashCode();
}
