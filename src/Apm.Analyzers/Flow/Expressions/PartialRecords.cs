using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Finds records that are completed later by <c>with</c>, so that missing members are not an error.</summary>
internal static class PartialRecords
{
    // From the creation to the completion: a method that returns it, a local, a method that gets it.
    private const int MaxSteps = 5;

    public static bool IsDraft(IOperation creation, UsageContext context) => IsCompleted(creation, context, MaxSteps);

    public static IOperation BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static bool IsCompleted(IOperation value, UsageContext context, int steps)
    {
        var holder = value.Parent;
        while (holder
                is IConversionOperation
                    or IParenthesizedOperation
                    or IConditionalOperation
                    or ICoalesceOperation
                    or ISwitchExpressionArmOperation
                    or ISwitchExpressionOperation
                    or IAwaitOperation)
        {
            holder = holder.Parent;
        }

        return steps > 0 && holder switch
        {
            IWithOperation or IFieldInitializerOperation or IPropertyInitializerOperation => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                AnyIsCompleted(UsesOf(local, value), context, steps),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => AnyIsCompleted(UsesOf(local, value), context, steps),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member, Instance: null or IInstanceReferenceOperation } } =>
                AnyIsCompleted(UsesOf(member.Name, context), context, steps),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: nameof(Task.FromResult) } task } => IsCompleted(task, context, steps),
            IArgumentOperation { Parameter: { } parameter } => AnyIsCompleted(UsesOf(parameter, context), context, steps),
            IReturnOperation returned => NameOf(returned) is { } name ? AnyIsCompleted(UsesOf(name, context), context, steps) : CompletesAny(returned, value),
            _ => false,
        };
    }

    private static bool AnyIsCompleted(IEnumerable<IOperation> uses, UsageContext context, int steps) =>
        uses.Any(use => IsCompleted(use, context, steps - 1));

    private static IEnumerable<IOperation> UsesOf(ILocalSymbol local, IOperation value) =>
        BodyOf(value)
            .Descendants()
            .Where(operation => operation is ILocalReferenceOperation { Local: var used } && SymbolEqualityComparer.Default.Equals(used, local));

    private static IEnumerable<IOperation> UsesOf(IParameterSymbol parameter, UsageContext context) =>
        parameter.ContainingSymbol.OriginalDefinition.DeclaringSyntaxReferences is [var reference, ..]
        && context.OperationOf(reference.GetSyntax()) is { } declaration
            ? declaration
                .Descendants()
                .Where(operation => operation is IParameterReferenceOperation { Parameter: var used } && used.Name == parameter.Name)
            : [];

    // The type that declares the member may be in another file than the code that completes its value.
    private static IEnumerable<IOperation> UsesOf(string name, UsageContext context) =>
        from used in context.UsesOf(name)
        let expression = used.Parent is MemberAccessExpressionSyntax access && access.Name == used ? access : (ExpressionSyntax)used
        select context.OperationOf(expression.Parent is InvocationExpressionSyntax call && call.Expression == expression ? call : expression) into use
        where use is not null
        select use;

    /// <returns>Null for a lambda.</returns>
    private static string? NameOf(IReturnOperation returned)
    {
        foreach (var node in returned.Syntax.AncestorsAndSelf())
        {
            switch (node)
            {
                case LambdaExpressionSyntax or AnonymousMethodExpressionSyntax:
                    return null;
                case LocalFunctionStatementSyntax { Identifier.ValueText: var name }:
                    return name;
                case MethodDeclarationSyntax { Identifier.ValueText: var name }:
                    return name;
                case PropertyDeclarationSyntax { Identifier.ValueText: var name }:
                    return name;
            }
        }

        return null;
    }

    /// <summary>Whether code beside a lambda completes the values that a function gets.</summary>
    private static bool CompletesAny(IOperation returned, IOperation value) =>
        BodyOf(returned)
            .Descendants()
            .Any(operation =>
                operation is IWithOperation { Operand: IParameterReferenceOperation or ILocalReferenceOperation } with
                && SymbolEqualityComparer.Default.Equals(with.Type, value.Type));
}
