using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A chain of members of a local or parameter, or of the instance itself, such as <c>order.Customer.Country</c>.</summary>
/// <param name="Root">Null for <c>this</c> and for static members.</param>
internal sealed record MemberPath(ISymbol? Root, string Members)
{
    public bool Equals(MemberPath? other) => other is not null && Members == other.Members && SymbolEqualityComparer.Default.Equals(Root, other.Root);

    public override int GetHashCode() => Members.GetHashCode();
}
