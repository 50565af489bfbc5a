using Apm.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers.Flow;

/// <summary>What is given to locals, parameters and members.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Assign(ISimpleAssignmentOperation assignment, Env env)
    {
        var target = assignment.Target;
        var instances = target is IMemberReferenceOperation { Instance: { } instance } and not { Instance: IInstanceReferenceOperation } ? Evaluate(instance, env) : Outcomes.Of(env, Value.Unknown);
        return instances.Then((env, _) => Evaluate(assignment.Value, env)).Then((env, value) =>
        {
            Judge(target, assignment, value);
            return Outcomes.Of(Store(target, value, env), value);
        });
    }

    private void Judge(IOperation target, ISimpleAssignmentOperation assignment, Value value)
    {
        if (target is IPropertyReferenceOperation { Property: var property } && _context.Constraints.Of(property) is not null)
        {
            _judge.Assigned(property, SiteOf(assignment.Syntax), assignment.Value.Syntax, value);
        }
    }

    /// <summary>Within a method that was called, everything is judged as a part of the call.</summary>
    private SyntaxNode SiteOf(SyntaxNode syntax) => _frame.Call ?? syntax;

    private Env Store(IOperation target, Value value, Env env) => target switch
    {
        IMemberReferenceOperation member => Path(member) is { } path ? env.Learn(path, Value.Unknown) : env,
        IDiscardOperation => env,
        _ => Written.Target(target) is { } symbol ? env.Assign(symbol, value) : env,
    };

    private Outcome[] AssignCompound(ICompoundAssignmentOperation assignment, Env env) =>
        Sequence([assignment.Target, assignment.Value], env, (env, values) =>
        {
            var value = assignment.OutConversion is { IsIdentity: false, IsNumeric: false }
                ? Value.Unknown
                : Combine(assignment.OperatorKind, assignment.OperatorMethod, assignment.Type, values[0], values[1], assignment.Syntax);
            return Outcomes.Of(Store(assignment.Target, value, env), value);
        });

    private Outcome[] AssignCoalesce(ICoalesceAssignmentOperation assignment, Env env) => Evaluate(assignment.Target, env).Then((env, old) => old switch
    {
        ConstantValue { Constant: null } => Filled(assignment, env),
        UnknownValue => Outcomes.Few([new Outcome(env, old), .. Filled(assignment, env)]),
        _ => Outcomes.Of(env, old),
    });

    private Outcome[] Filled(ICoalesceAssignmentOperation assignment, Env env) =>
        Evaluate(assignment.Value, env).Then((env, value) => Outcomes.Of(Store(assignment.Target, value, env), value));

    private Outcome[] Deconstruct(IDeconstructionAssignmentOperation assignment, Env env) => Evaluate(assignment.Value, env).Then((env, value) =>
        Outcomes.Of(Spread(assignment.Target, value, env), value));

    private Env Spread(IOperation target, Value value, Env env)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: var expression }:
                return Spread(expression, value, env);
            case ITupleOperation tuple:
                for (var index = 0; index < tuple.Elements.Length; index++)
                {
                    env = Spread(tuple.Elements[index], value is TupleValue { Elements: var elements } && elements.Length == tuple.Elements.Length ? elements[index] : Value.Unknown, env);
                }

                return env;
            default:
                return Store(target, value, env);
        }
    }
}
