using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Methods of an object whose members are known, such as the steps of a builder in one chain of calls.</summary>
internal sealed partial class Interpreter
{
    /// <returns>Null if the object or the method is not known.</returns>
    private Outcome[]? InvokeOn(IInvocationOperation invocation, Value instance, Value[] arguments, PathState env)
    {
        var method = invocation.TargetMethod.OriginalDefinition;
        if (instance is not RecordValue known
            || method.IsStatic
            || method.DeclaringSyntaxReferences.IsEmpty
            || !CanEnter(method)
            || !SymbolEqualityComparer.Default.Equals(known.Type.OriginalDefinition, method.ContainingType)
            || _context.Callees.BodyOf(method) is not { } body)
        {
            return null;
        }

        var isOwn = IsOwn(invocation.Instance);
        if (isOwn && Steps(body) is { } steps)
        {
            foreach (var step in steps)
            {
                var member = ((IMemberReferenceOperation)step.Target).Member;
                var values = Enter(method, step.Value, arguments, env, invocation.Syntax, receiver: Known(isOwn: false));
                var value = values is [{ Value: var only }] ? only : Value.Unknown;
                known = known with { Members = known.Members.SetItem(member.Name, new MemberValue(value, step.Syntax)) };
            }

            return Outcomes.Of(env, known);
        }

        return Result(body) is { } result && IsPure(result) ? Enter(method, result, arguments, env, invocation.Syntax, receiver: Known(isOwn)) : null;

        Receiver Known(bool isOwn) => new(null, known, known.Type, IsExact: !known.IsPartial) { IsOwn = isOwn };
    }

    // No other code has a reference to the object.
    private bool IsOwn(IOperation? instance) => instance switch
    {
        IObjectCreationOperation => true,
        IInvocationOperation { Instance: { } inner, TargetMethod: { OriginalDefinition: var method } } =>
            SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType)
            && _context.Callees.BodyOf(method) is { } body && Steps(body) is not null && IsOwn(inner),
        _ => false,
    };

    /// <summary>The assignments of a method that only sets members of its object and returns the object.</summary>
    private static ISimpleAssignmentOperation[]? Steps(IOperation body)
    {
        if (body is not IMethodBodyOperation
            {
                BlockBody.Operations: [.., IReturnOperation { ReturnedValue: IInstanceReferenceOperation }] and var statements,
            })
        {
            return null;
        }

        var steps = statements.OfType<IExpressionStatementOperation>().Select(statement => statement.Operation).OfType<ISimpleAssignmentOperation>()
            .Where(step => step.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member }
                && IsStored(member)
                && IsPure(step.Value))
            .ToArray();
        return steps.Length == statements.Length - 1 ? steps : null;
    }

    private static IOperation? Result(IOperation body) =>
        body is IMethodBodyOperation { BlockBody: var block, ExpressionBody: var expression }
        && (block ?? expression) is { Operations: [IReturnOperation { ReturnedValue: var result }] }
            ? result
            : null;

    // Other methods of the object may write its members.
    private static bool IsPure(IOperation operation) => operation.DescendantsAndSelf().All(inner => inner
        is not (IInvocationOperation { Instance: IInstanceReferenceOperation } or IArgumentOperation { Value: IInstanceReferenceOperation })
        and not IAssignmentOperation
        {
            Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } },
        });
}
