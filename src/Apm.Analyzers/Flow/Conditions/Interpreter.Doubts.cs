using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// Conditions that are not understood, such as a call of a validator. What a member or method computes from a value that one has tested is not
/// known afterwards: the condition may have excluded it.
/// </summary>
internal sealed partial class Interpreter
{
    private bool _hasDoubts;

    /// <summary>Remembers that a condition tests what the operations read.</summary>
    private PathState Question(PathState env, IEnumerable<IOperation> read)
    {
        foreach (var entity in read.SelectMany(Tested))
        {
            env = Question(env, entity);
        }

        return env;
    }

    private PathState Question(PathState env, object entity)
    {
        _hasDoubts = true;
        return env.Doubt(entity);
    }

    // A condition on order.Customer.Country is not one on the whole order.
    private IEnumerable<object> Tested(IOperation operation) =>
        operation is IAnonymousFunctionOperation or INameOfOperation || operation.ConstantValue.HasValue ? []
        : Entity(operation) is { } entity and (ISymbol or MemberPath) ? [entity]
        : operation.ChildOperations.SelectMany(Tested);

    /// <summary>The state after a call that may check its arguments, by its result or by an exception.</summary>
    private PathState Called(IInvocationOperation invocation, PathState env) =>
        invocation.Instance is ILocalReferenceOperation { Local: var changed } && _frame.Facts.IsChanged(changed)
            ? Questioned(invocation, env.ForgetMember(AnyElement))
            : Questioned(invocation, env);

    private PathState Questioned(IInvocationOperation invocation, PathState env) =>
        invocation is { Instance: { } list, TargetMethod.Name: "RemoveAll" } ? Question(env, [list])
        : !Asked(invocation) ? env
        : GuardMethods.IsGuard(invocation.TargetMethod) ? Question(env.Invalidate(Read([invocation])), [invocation])
        : env.Invalidate(Read([invocation]));

    /// <summary>A decision depends on a member that the body may have tested before, or on a value that the caller may have tested.</summary>
    private void DependsOn(object entity, PathState env)
    {
        _dependsOnLocals |= _expressionOnly && env.IsOfThis(entity);
        _unknownReads += _frame.Depth > 0 && IsDoubtful(entity, env) ? 1 : 0;
    }

    private void DependsOn(IOperation[] read, PathState env)
    {
        foreach (var operation in _frame.Depth > 0 ? read : [])
        {
            // A type argument is not followed.
            _unknownReads += operation.DescendantsAndSelf().Any(part => part is ITypeOfOperation { TypeOperand: ITypeParameterSymbol }) ? 1 : 0;
            foreach (var entity in _hasDoubts ? Tested(operation) : [])
            {
                DependsOn(entity, env);
            }
        }
    }

    private bool IsDoubtful(object? entity, PathState env) => _hasDoubts && entity is not null && env.IsDoubtful(entity);
}
