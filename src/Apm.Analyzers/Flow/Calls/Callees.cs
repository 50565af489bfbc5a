using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>Finds the methods of the compilation whose body is interpreted at a call.</summary>
internal sealed class Callees(UsageContext context)
{
    // A method that returns a constant is short.
    private const int MaxHelperLength = 2_000;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _refusing = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);

    /// <param name="isExact">Whether the object is known to have this method, so that no other one runs in its place.</param>
    /// <returns>Null if the body is not known, or another body may run in its place.</returns>
    public IOperation? BodyOf(IMethodSymbol method, bool isExact = false) => !isExact && IsReplaceable(method) ? null
        : _bodies.GetOrAdd(method, method => DeclarationOf(method, isExact: true) switch
        {
            LocalFunctionStatementSyntax local => (context.OperationOf(local) as ILocalFunctionOperation)?.Body,
            { } declaration => context.OperationOf(declaration),
            null => null,
        });

    private static bool IsReplaceable(IMethodSymbol method) => (method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed;

    /// <summary>Whether a value that the method returns has a type of constrained members.</summary>
    public bool MayReturnConstant(IMethodSymbol method, bool isExact) =>
        !method.ReturnsVoid && IsOfInterest(method.ReturnType) && DeclarationOf(method, isExact) is { Span.Length: <= MaxHelperLength };

    /// <summary>Whether the method may throw because of its arguments, and does little else.</summary>
    public bool MayRefuse(IMethodSymbol method, bool isExact) =>
        method.ReturnsVoid && (isExact || !IsReplaceable(method)) && _refusing.GetOrAdd(method, static method => Refuses(method));

    private static bool Refuses(IMethodSymbol method) =>
        DeclarationOf(method, isExact: true) is { Span.Length: <= MaxHelperLength } declaration
        && declaration.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax);

    /// <returns>Null if another body may run in its place.</returns>
    public static SyntaxNode? DeclarationOf(IMethodSymbol method, bool isExact = false)
    {
        if (method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(System.Diagnostics.ConditionalAttribute))
            || method.IsAbstract
            || method.IsExtern
            || (!isExact && IsReplaceable(method)))
        {
            return null;
        }

        var implementation = method.PartialImplementationPart ?? method;
        return implementation.DeclaringSyntaxReferences is [var reference, ..]
            ? reference.GetSyntax() is var syntax and (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) ? syntax : null
            : null;
    }

    /// <summary>Whether constrained members have values of the type.</summary>
    public bool IsOfInterest(ITypeSymbol type) =>
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
            INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } => IsOfInterest(result),
            INamedTypeSymbol named => context.Types.IsMoney(named) || context.Types.IsUri(named) || context.Constraints.HasTypeName(named.Name),
            _ => false,
        };
}
