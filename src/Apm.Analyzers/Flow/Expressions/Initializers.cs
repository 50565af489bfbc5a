using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.Analyzers;

/// <summary>The expression that initializes a declared symbol.</summary>
internal static class Initializers
{
    /// <returns>Null if there is none, or if it is in another assembly.</returns>
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

    /// <summary>Whether any code in the member's type assigns it another value than its initializer.</summary>
    public static bool IsOverwritten(ISymbol member) =>
        member.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax type && type.DescendantNodes()
            .Where(node => node is ConstructorDeclarationSyntax or AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration })
            .Any(writer => writer.DescendantNodes().Any(node => Sets(node, member.Name))));

    /// <summary>Whether any code in the type assigns the parameter of its primary constructor.</summary>
    public static bool IsAssigned(ISymbol parameter) =>
        parameter.ContainingType.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax type && type.DescendantNodes().Any(node => Sets(node, parameter.Name)));

    private static bool Sets(SyntaxNode node, string name) =>
        node switch
        {
            // In an object initializer, the member belongs to another object.
            AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var left } => Names(left, name),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var operand } =>
                Names(operand, name),
            PostfixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression,
                Operand: var operand
            } => Names(operand, name),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var expression } => Names(expression, name),
            _ => false,
        };

    private static bool Names(SyntaxNode node, string name) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name);
}
