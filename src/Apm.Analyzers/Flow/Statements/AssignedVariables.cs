using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Finds the locals and parameters that an operation assigns.</summary>
internal static class AssignedVariables
{
    /// <summary>Assigned by the operation itself, not by its children.</summary>
    public static IEnumerable<ISymbol> By(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: var target }:
                return One(Target(target));
            case ICompoundAssignmentOperation { Target: var target }:
                return One(Target(target));
            case ICoalesceAssignmentOperation { Target: var target }:
                return One(Target(target));
            case IIncrementOrDecrementOperation { Target: var target }:
                return One(Target(target));
            case IDeconstructionAssignmentOperation { Target: var target }:
                return target.DescendantsAndSelf().Select(Target).OfType<ISymbol>();
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var value }:
                return One(Target(value));
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is not null:
                return One(declarator.Symbol);
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                return One(symbol);
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                return One(symbol);
            case IListPatternOperation { DeclaredSymbol: { } symbol }:
                return One(symbol);
            case IForEachLoopOperation { LoopControlVariable: var variable }:
                return variable is IVariableDeclaratorOperation { Symbol: var local }
                    ? One(local)
                    : variable.DescendantsAndSelf().Select(Target).OfType<ISymbol>();
            default:
                return [];
        }
    }

    /// <summary>Assigned by the operation or anything within it.</summary>
    public static IEnumerable<ISymbol> Within(IOperation? operation) =>
        operation is null ? [] : operation.DescendantsAndSelf().SelectMany(By);

    public static ISymbol? Target(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IDeclarationExpressionOperation { Expression: var expression } => Target(expression),
        IConversionOperation { Operand: var operand } => Target(operand),
        // A change of an element of a tuple changes the tuple.
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } => Target(tuple),
        _ => null,
    };

    private static IEnumerable<ISymbol> One(ISymbol? symbol) => symbol is null ? [] : [symbol];
}
