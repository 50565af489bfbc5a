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
                    or IAwaitOperation
                    or IDelegateCreationOperation)
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
                IsCompletedBy(member.Name, value.Type, context, steps),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } call } =>
                call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
                    ? Gives(call.Type, value.Type)
                    : AnyIsCompleted(UsesIn(call, context), context, steps) || IsCompleted(call, context, steps - 1),
            IArgumentOperation { Parameter: { } parameter } => AnyIsCompleted(UsesOf(parameter, context), context, steps),
            IReturnOperation returned => NameOf(returned) is { } name
                ? IsCompletedBy(name, value.Type, context, steps)
                : CompletesAny(returned, value),
            _ => false,
        };
    }

    private static bool IsCompletedBy(string name, ITypeSymbol? type, UsageContext context, int steps) =>
        context.Completions.GetOrAdd(
            (name, type, steps),
            _ => new(() =>
            {
                context.Counts.AddSearch();
                return AnyIsCompleted(UsesOf(name, type, context), context, steps);
            })).Value;

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

    /// <summary>The values that a method which is not followed, such as <c>Select</c>, passes to functions.</summary>
    private static IEnumerable<IOperation> UsesIn(IInvocationOperation call, UsageContext context) =>
        from argument in call.Arguments
        let function = Interpreter.Unwrap(argument.Value) is IDelegateCreationOperation { Target: var target } ? target : null
        from use in function switch
        {
            IAnonymousFunctionOperation { Symbol.Parameters: [var parameter, ..], Body: var body } => body.Descendants()
                .Where(operation => SymbolEqualityComparer.Default.Equals((operation as IParameterReferenceOperation)?.Parameter, parameter)),
            IMethodReferenceOperation { Method.Parameters: [var parameter, ..] } => UsesOf(parameter, context),
            _ => [],
        }
        select use;

    // The type that declares the member may be in another file than the code that completes its value.
    private static IEnumerable<IOperation> UsesOf(string name, ITypeSymbol? type, UsageContext context) =>
        from used in context.UsesOf(name)
        let expression = used.Parent is MemberAccessExpressionSyntax access && access.Name == used ? access : (ExpressionSyntax)used
        select context.OperationOf(expression.Parent is InvocationExpressionSyntax call && call.Expression == expression ? call : expression) into use
        where use is not null && Gives(use.Type, type)
        select use;

    // The object itself, or a task, function or sequence of it.
    private static bool Gives(ITypeSymbol? use, ITypeSymbol? type) => use is null or ITypeParameterSymbol || IsOf(type, use) || use switch
    {
        IArrayTypeSymbol { ElementType: var element } => Gives(element, type),
        INamedTypeSymbol { TypeArguments: var arguments } => arguments.Any(argument => Gives(argument, type)),
        _ => false,
    };

    private static bool IsOf(ITypeSymbol? type, ITypeSymbol other)
    {
        while (type is not null && !SymbolEqualityComparer.Default.Equals(type, other))
        {
            type = type.BaseType;
        }

        return type is not null;
    }

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
