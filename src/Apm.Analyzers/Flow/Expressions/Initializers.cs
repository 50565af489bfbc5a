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

    /// <summary>The values that the constructors give a member which only they write, and its initializer if one of them does not.</summary>
    /// <returns>Null if a constructor may give it another value.</returns>
    public static IReadOnlyList<ExpressionSyntax>? OfConstructors(ISymbol member)
    {
        var type = member.ContainingType;
        if ((type.IsValueType && !member.IsStatic) || type.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        var values = new List<ExpressionSyntax>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax { ParameterList: null } declaration
                || declaration.DescendantNodes().Any(node => node is AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration }
                    && node.DescendantNodes().Any(inner => Sets(inner, member.Name))))
            {
                return null;
            }

            foreach (var constructor in declaration.Members.OfType<ConstructorDeclarationSyntax>())
            {
                if (constructor.Modifiers.Any(SyntaxKind.StaticKeyword) != member.IsStatic)
                {
                    continue;
                }

                // A jump may skip a write.
                if (constructor.DescendantNodes().Any(node => node is ReturnStatementSyntax or GotoStatementSyntax))
                {
                    return null;
                }

                var writes = constructor.DescendantNodes().Where(node => Sets(node, member.Name)).ToArray();
                if (writes.Length > 1 || (writes.Length == 1 && !IsStatement(writes[0], constructor)))
                {
                    return null;
                }

                if (writes is [AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: var value }])
                {
                    values.Add(value);
                }
                else if (writes.Length == 0 && constructor.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) != true)
                {
                    if (Of(member) is not { } initial)
                    {
                        return null;
                    }

                    values.Add(initial);
                }
            }
        }

        return values.Count == 0 ? null : values;
    }

    /// <summary>Whether code may run before the constructors have written the members of its type.</summary>
    public static bool MayRunBefore(SyntaxNode reference) => reference.Ancestors().Any(node =>
        node is ConstructorDeclarationSyntax or FieldDeclarationSyntax
        || (node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }));

    /// <summary>Whether the initializer of a static member runs after another one of the same type, in the order of the text.</summary>
    public static bool RunsAfter(ISymbol member, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, other.ContainingType)
        && Of(member) is { } later
        && Of(other) is { } earlier
        && (later.SyntaxTree != earlier.SyntaxTree || later.SpanStart >= earlier.SpanStart);

    private static bool IsStatement(SyntaxNode write, ConstructorDeclarationSyntax constructor) =>
        (write is AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } }
            && write.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block } && block == constructor.Body)
        || write.Parent == constructor.ExpressionBody;

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
