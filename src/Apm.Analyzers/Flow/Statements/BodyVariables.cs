using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// What a body does with the locals and parameters of an expression. The names in its text decide, because they cost less than an
/// interpretation of the body.
/// </summary>
internal static class BodyVariables
{
    /// <summary>The value of a local that nothing assigns after its declaration.</summary>
    /// <returns>Null if that is not certain.</returns>
    public static IOperation? InitializerOf(ILocalSymbol local, IOperation place)
    {
        if (local is not
            {
                RefKind: RefKind.None,
                Type.SpecialType: SpecialType.System_String or (>= SpecialType.System_Boolean and <= SpecialType.System_Decimal)
            }
            || !place.Syntax.SyntaxTree.TryGetText(out var text)
            || DeclaratorOf(local, place)?.GetVariableInitializer()?.Value is not { } initializer)
        {
            return null;
        }

        foreach (var mention in text.MentionsOf(local.Name, PartialRecords.BodyOf(place).Syntax))
        {
            if (IsWritten(mention.Parent))
            {
                return null;
            }
        }

        return initializer;
    }

    /// <summary>Whether the value of a local or parameter is unknown in an expression, whatever the rest of the body does.</summary>
    /// <param name="place">The expression. What it says about the variable itself does not count.</param>
    public static bool IsUnknown(ISymbol variable, IOperation place)
    {
        if (DeclarationOf(variable) is not { } declaration || !place.Syntax.SyntaxTree.TryGetText(out var text))
        {
            return false;
        }

        var body = PartialRecords.BodyOf(place).Syntax;
        var isOrdered = IsOrdered(place.Syntax, body, text);
        var isSum = false;
        foreach (var mention in text.MentionsOf(variable.Name, body))
        {
            if (place.Syntax.Span.Contains(mention.SpanStart) || mention.Parent == declaration)
            {
                continue;
            }

            if (isOrdered && mention.SpanStart > place.Syntax.SpanStart)
            {
                if (IsInFunction(mention.Parent, body))
                {
                    return false;
                }
            }
            else if (isOrdered && IsSummed(mention, declaration, place.Syntax, body, text))
            {
                isSum = true;
            }
            else
            {
                return false;
            }
        }

        return isSum || variable is IParameterSymbol;
    }

    private static IVariableDeclaratorOperation? DeclaratorOf(ILocalSymbol local, IOperation place)
    {
        for (var scope = place.Parent; scope is not null; scope = scope.Parent)
        {
            if (scope is IBlockOperation { Locals: var locals } block && locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return block.Operations.OfType<IVariableDeclarationGroupOperation>()
                    .SelectMany(group => group.Declarations)
                    .SelectMany(declaration => declaration.Declarators)
                    .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local));
            }
        }

        return null;
    }

    private static bool IsWritten(SyntaxNode? name) => name?.Parent switch
    {
        AssignmentExpressionSyntax { Left: var target } => target == name,
        ArgumentSyntax { RefKindKeyword: var keyword, Parent: var list } => !keyword.IsKind(SyntaxKind.None) || list is TupleExpressionSyntax,
        PostfixUnaryExpressionSyntax change => change.IsKind(SyntaxKind.PostIncrementExpression) || change.IsKind(SyntaxKind.PostDecrementExpression),
        PrefixUnaryExpressionSyntax change => change.IsKind(SyntaxKind.PreIncrementExpression) || change.IsKind(SyntaxKind.PreDecrementExpression)
            || change.IsKind(SyntaxKind.AddressOfExpression),
        RefExpressionSyntax => true,
        _ => false,
    };

    // Elements of a sequence have the values that chose them, and callers give arguments to local functions.
    private static SyntaxNode? DeclarationOf(ISymbol variable) => variable switch
    {
        IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } }
            or ILocalSymbol { RefKind: RefKind.None, Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Decimal } =>
            variable.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is var syntax and (ParameterSyntax or VariableDeclaratorSyntax)
                ? syntax
                : null,
        _ => null,
    };

    // What follows is not executed before.
    private static bool IsOrdered(SyntaxNode place, SyntaxNode body, SourceText text)
    {
        for (var node = place; node is not null && node != body; node = node.Parent)
        {
            if (IsLoop(node) || IsFunction(node))
            {
                return false;
            }
        }

        return text.IndexOf("goto", body.Span) < 0;
    }

    /// <summary>Whether an earlier loop adds to the variable. The value after the loop is unknown, unless the elements are known.</summary>
    private static bool IsSummed(SyntaxToken mention, SyntaxNode declaration, SyntaxNode place, SyntaxNode body, SourceText text)
    {
        if (mention.Parent is not IdentifierNameSyntax { Parent: { Parent: ExpressionStatementSyntax statement } change } name
            || change is not (PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or AssignmentExpressionSyntax)
            || change.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || (change is AssignmentExpressionSyntax { Left: var target } && target != name))
        {
            return false;
        }

        for (SyntaxNode? node = statement; node is not null && node != body && node.SpanStart > declaration.SpanStart && !IsFunction(node); node = node.Parent)
        {
            if (IsLoop(node) && node.Span.End <= place.SpanStart)
            {
                return node is not ForEachStatementSyntax { Expression: var sequence } || IsGiven(sequence, body, text);
            }
        }

        return false;
    }

    /// <summary>Whether a sequence is a parameter, or a member of one.</summary>
    private static bool IsGiven(ExpressionSyntax sequence, SyntaxNode body, SourceText text)
    {
        while (sequence is MemberAccessExpressionSyntax { Expression: var holder })
        {
            sequence = holder;
        }

        return sequence is IdentifierNameSyntax { Identifier.ValueText: var name }
            && body is BaseMethodDeclarationSyntax method
            && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name)
            && !text.MentionsOf(name, body).Any(mention => IsWritten(mention.Parent));
    }

    private static bool IsInFunction(SyntaxNode? node, SyntaxNode body)
    {
        for (; node is not null && node != body; node = node.Parent)
        {
            if (IsFunction(node))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static bool IsLoop(SyntaxNode node) => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
}
