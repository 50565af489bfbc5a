using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.Analyzers.Flow;

/// <summary>The expression that gives a declared symbol its value.</summary>
internal static class Initializers
{
    /// <returns>Null where there is none, or where it is in another assembly.</returns>
    public static ExpressionSyntax? Of(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case VariableDeclaratorSyntax { Initializer.Value: var value }:
                    return value;
                case PropertyDeclarationSyntax { Initializer.Value: var value }:
                    return value;
                case ParameterSyntax { Default.Value: var value }:
                    return value;
            }
        }

        return null;
    }

    /// <summary>Whether a constructor gives the member another value than its initialiser does.</summary>
    public static bool IsOverwritten(ISymbol member) =>
        member.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax type
            && type.Members.OfType<ConstructorDeclarationSyntax>().Any(constructor => constructor.DescendantNodes().Any(node => Sets(node, member.Name))));

    private static bool Sets(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { Left: var left } => left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var expression } => expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name),
        _ => false,
    };
}
