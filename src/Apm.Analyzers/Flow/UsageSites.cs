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
        var isMoney = IsMoney(operation, context);
        isOperandOfConstrained = isMoney && IsOperandOfConstrained(operation, context);
        return isMoney || IsDirect(operation, context) || IsPassingOn(operation, context);
    }

    /// <summary>Whether the operation itself creates money or gives values to a constrained member.</summary>
    public static bool IsUse(IOperation operation, UsageContext context) => IsMoney(operation, context) || IsDirect(operation, context);

    private static bool IsMoney(IOperation operation, UsageContext context) => operation switch
    {
        IObjectCreationOperation creation => context.Types.IsMoney(creation.Type),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => context.Types.IsMoney(method.ContainingType),
        IWithOperation with => context.Types.IsMoney(with.Type),
        _ => false,
    };

    private static bool IsDirect(IOperation operation, UsageContext context)
    {
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
                return context.Constraints.HasRules(type)
                    || (context.Constraints.HasTypeName(type.Name) && type.IsRecord && creation.Arguments.Length > 0)
                    || PassesOn(creation.Constructor, context);
            case IInvocationOperation invocation:
                return PassesOn(invocation.TargetMethod, context)
                    || context.Constraints.IsOperation(invocation.TargetMethod)
                    || SecretCollections.AddedTo(invocation, context, out _) is not null;
            case IWithOperation { Type: INamedTypeSymbol type }:
                return context.Constraints.HasRules(type);
            default:
                return false;
        }
    }

    /// <summary>The method or constructor that the operation calls, as it is declared.</summary>
    public static IMethodSymbol? CalledBy(IOperation operation, out ImmutableArray<IArgumentOperation> arguments)
    {
        (var method, arguments) = operation switch
        {
            IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
            IInvocationOperation { TargetMethod: var target } invocation => ((target.ReducedFrom ?? target).OriginalDefinition, invocation.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        return method;
    }

    private static bool PassesOn(IMethodSymbol? method, UsageContext context) => method is not null && context.Constraints.PassedBy(method) is not null;

    private static bool IsPassingOn(IOperation operation, UsageContext context) =>
        CalledBy(operation, out var arguments) is { } method
        && context.Contains(method)
        && MayBeKnown(arguments)
        && context.MethodUses.Contain(method);

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
