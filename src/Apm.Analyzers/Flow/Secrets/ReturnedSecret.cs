using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A secret member to which the result of a function is assigned.</summary>
/// <param name="Site">The expression under analysis.</param>
/// <param name="At">The name of a function that is declared elsewhere; null for a lambda.</param>
internal sealed record ReturnedSecret(IPropertySymbol Property, SyntaxNode Site, SyntaxNode? At);
