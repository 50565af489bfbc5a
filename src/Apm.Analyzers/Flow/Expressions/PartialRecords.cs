using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Finds records that are completed later by <c>with</c>, so that missing members are not an error.</summary>
internal static class PartialRecords
{
    public static bool IsDraft(IOperation creation)
    {
        var holder = creation.Parent;
        while (holder
                is IConversionOperation
                    or IParenthesizedOperation
                    or IConditionalOperation
                    or ICoalesceOperation
                    or ISwitchExpressionArmOperation
                    or ISwitchExpressionOperation)
        {
            holder = holder.Parent;
        }

        return holder switch
        {
            IWithOperation or IFieldInitializerOperation or IPropertyInitializerOperation => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsCompleted(local, creation),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => IsCompleted(local, creation),
            _ => false,
        };
    }

    public static IOperation BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static bool IsCompleted(ILocalSymbol local, IOperation creation) =>
        BodyOf(creation)
            .Descendants()
            .Any(operation =>
                operation is IWithOperation { Operand: ILocalReferenceOperation { Local: var completed } }
                && SymbolEqualityComparer.Default.Equals(completed, local));
}
