using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A secret member that is given what a function returns.</summary>
/// <param name="Site">The expression under analysis.</param>
/// <param name="At">The name of the function where it is written elsewhere; null for a lambda.</param>
internal sealed record ReturnedSecret(IPropertySymbol Property, SyntaxNode Site, SyntaxNode? At);
