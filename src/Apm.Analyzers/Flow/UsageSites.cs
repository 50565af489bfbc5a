using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Decides which operations must be analyzed. It rejects nearly all of them without an allocation.</summary>
internal static class UsageSites
{
    /// <param name="isOperandOfConstrained">Whether the operation creates money that is an operand of a constrained member.</param>
    public static bool Matches(IOperation operation, UsageContext context, out bool isOperandOfConstrained)
    {
        isOperandOfConstrained = false;
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target }:
                return IsConstrained(target, context);
            case ICompoundAssignmentOperation { Target: IPropertyReferenceOperation target }:
                return IsConstrained(target, context);
            case ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation target }:
                return IsConstrained(target, context);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation tuple }:
                return HasMember(tuple, context);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation:
                if (context.Types.IsMoney(type))
                {
                    isOperandOfConstrained = IsOperandOfConstrained(operation, context);
                    return true;
                }

                return context.Constraints.HasRules(type)
                    || (type.IsRecord && context.Constraints.HasTypeName(type.Name) && creation.Arguments.Length > 0)
                    || IsPassingOn(creation.Constructor, creation.Arguments, context);
            case IInvocationOperation invocation:
                if (context.Types.IsMoney(invocation.TargetMethod.ContainingType))
                {
                    isOperandOfConstrained = IsOperandOfConstrained(operation, context);
                    return invocation.TargetMethod.IsStatic;
                }

                return IsPassingOn(invocation.TargetMethod, invocation.Arguments, context) || SecretCollections.AddedTo(invocation, context, out _) is not null;
            case IWithOperation { Type: INamedTypeSymbol type }:
                isOperandOfConstrained = context.Types.IsMoney(type) && IsOperandOfConstrained(operation, context);
                return context.Types.IsMoney(type) || context.Constraints.HasRules(type);
            default:
                return false;
        }
    }

    private static bool IsConstrained(IPropertyReferenceOperation target, UsageContext context) =>
        context.Constraints.Of(target.Property) is not null || SecretCollections.WrittenBy(target, context) is not null;

    private static bool HasMember(ITupleOperation tuple, UsageContext context)
    {
        foreach (var element in tuple.Elements)
        {
            if (element is ITupleOperation inner ? HasMember(inner, context) : element is IPropertyReferenceOperation target && IsConstrained(target, context))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPassingOn(IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments, UsageContext context)
    {
        if (method is null || arguments.IsEmpty)
        {
            return false;
        }

        return context.Constraints.PassedBy(method) is not null
            || (MayBeKnown(arguments) && context.Callees.MayJudge((method.ReducedFrom ?? method).OriginalDefinition));
    }

    // A value that is computed at run time is not known.
    private static bool MayBeKnown(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value is { ConstantValue.HasValue: true } or not (IParameterReferenceOperation or IAwaitOperation or IInstanceReferenceOperation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOperandOfConstrained(IOperation operation, UsageContext context)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IConversionOperation
                or IConditionalOperation
                or ICoalesceOperation
                or ISwitchExpressionArmOperation
                or ISwitchExpressionOperation
                or IParenthesizedOperation:
                    continue;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } }:
                    return context.Constraints.Of(property) is { Currencies.Length: > 0 };
                default:
                    return false;
            }
        }

        return false;
    }
}
