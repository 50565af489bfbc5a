using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A secret member to which the result of a function is assigned.</summary>
/// <param name="Holder">The type of the object that has the member, in the code.</param>
/// <param name="Site">The expression under analysis.</param>
/// <param name="At">The name of a function that is declared elsewhere; null for a lambda.</param>
internal sealed record ReturnedSecret(IPropertySymbol Property, ITypeSymbol? Holder, SyntaxNode Site, SyntaxNode? At);
