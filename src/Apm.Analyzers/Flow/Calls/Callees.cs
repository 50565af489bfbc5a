using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>Finds the methods of the compilation whose body is interpreted at a call.</summary>
internal sealed class Callees(Compilation compilation, UsageContext context)
{
    // A method that returns a constant is short.
    private const int MaxHelperLength = 2_000;

    private readonly ConcurrentDictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);

    // By the number of calls that may still follow.
    private readonly ConcurrentDictionary<string, bool>[] _mayJudge = [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    /// <returns>Null if the body is not known, or another body may run in its place.</returns>
    public IOperation? BodyOf(IMethodSymbol method) => _bodies.GetOrAdd(method, method => DeclarationOf(method) switch
    {
        LocalFunctionStatementSyntax local => (context.OperationOf(local) as ILocalFunctionOperation)?.Body,
        { } declaration => context.OperationOf(declaration),
        null => null,
    });

    /// <summary>Whether a value that the method returns has a type of constrained members.</summary>
    public bool MayReturnConstant(IMethodSymbol method) =>
        !method.ReturnsVoid && IsOfInterest(method.ReturnType) && DeclarationOf(method) is { Span.Length: <= MaxHelperLength };

    /// <summary>Whether the method may throw because of its arguments, and does little else.</summary>
    public bool MayRefuse(IMethodSymbol method) =>
        method.ReturnsVoid
        && DeclarationOf(method) is { Span.Length: <= MaxHelperLength } declaration
        && declaration.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax);

    /// <summary>Whether the method, or one that it calls, may assign an argument to a constrained member. Names alone decide.</summary>
    public bool MayJudge(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly)
        && (method.MethodKind == MethodKind.LocalFunction
            ? DeclarationOf(method) is { } declaration && Gives(declaration, _mayJudge.Length)
            : MayJudge(Names.NameOf(method), _mayJudge.Length))
        && HasParametersOfInterest(method);

    private bool HasParametersOfInterest(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (IsOfInterest(parameter.Type))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayJudge(string? name, int calls)
    {
        if (name is null || calls == 0 || context.Constraints.MethodsNamed(name) is not { Count: > 0 } methods)
        {
            return false;
        }

        var known = _mayJudge[calls - 1];
        return known.TryGetValue(name, out var may) ? may : known[name] = Give(methods, calls);
    }

    private bool Give(IReadOnlyList<SyntaxNode> methods, int calls) => methods.Any(method => Gives(method, calls));

    private bool MayJudgeOrPass(string? name, int calls) => context.Constraints.MayPassOn(name) || MayJudge(name, calls);

    private bool Gives(SyntaxNode method, int calls)
    {
        foreach (var node in method.DescendantNodes())
        {
            if (node switch
            {
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => context.Constraints.HasName(name.Identifier.ValueText),
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name: var name } } => context.Constraints.HasName(name.Identifier.ValueText),
                AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } } =>
                    context.Constraints.HasName(name.Identifier.ValueText),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } }
                    when context.Constraints.HasName(name.Identifier.ValueText) => true,
                ObjectCreationExpressionSyntax { Type: var type } creation => context.Constraints.HasTypeName(NameOf(type))
                    || (creation.ArgumentList is { Arguments.Count: > 0 } && MayJudgeOrPass(NameOf(type), calls - 1)),
                InvocationExpressionSyntax { Expression: var called, ArgumentList.Arguments.Count: > 0 } => MayJudgeOrPass(NameOf(called), calls - 1),
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Name: var name } => NameOf(name),
        QualifiedNameSyntax { Right: var name } => NameOf(name),
        AliasQualifiedNameSyntax { Name: var name } => NameOf(name),
        MemberBindingExpressionSyntax { Name: var name } => NameOf(name),
        _ => null,
    };

    private static SyntaxNode? DeclarationOf(IMethodSymbol method)
    {
        if (method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(System.Diagnostics.ConditionalAttribute))
            || method.IsAbstract
            || method.IsExtern
            || ((method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed))
        {
            return null;
        }

        var implementation = method.PartialImplementationPart ?? method;
        return implementation.DeclaringSyntaxReferences is [var reference, ..]
            ? reference.GetSyntax() is var syntax and (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) ? syntax : null
            : null;
    }

    private bool IsOfInterest(ITypeSymbol type) =>
        type.WithoutNullable() switch
        {
            {
                SpecialType: SpecialType.System_String
                    or SpecialType.System_Boolean
                    or SpecialType.System_Char
                    or (>= SpecialType.System_SByte and <= SpecialType.System_Decimal)
            } => true,
            { TypeKind: TypeKind.Enum or TypeKind.TypeParameter } => true,
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => IsOfInterest(element.Type)),
            INamedTypeSymbol named => context.Types.IsMoney(named) || context.Types.IsUri(named) || context.Constraints.HasTypeName(named.Name),
            _ => false,
        };
}
