using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Assignments to locals, parameters and members.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Assign(ISimpleAssignmentOperation assignment, PathState env)
    {
        var target = assignment.Target;
        var instances = target is IMemberReferenceOperation { Instance: { } instance } and not { Instance: IInstanceReferenceOperation }
            ? Evaluate(instance, env)
            : Outcomes.Of(env, Value.Unknown);
        return instances
            .Then((env, _) => Evaluate(assignment.Value, env))
            .Then(
                (env, value) =>
                {
                    Judge(target, assignment, value, env);
                    MadeOf(AssignedVariables.Target(target), assignment.Value);
                    return Outcomes.Of(Store(target, value, env, Entity(assignment.Value) ?? (value as UnknownValue)?.Source), value);
                }
            );
    }

    private void MadeOf(ISymbol? symbol, IOperation? value)
    {
        if (symbol is not null && value is not null)
        {
            _madeOf[symbol] = value;
        }
    }

    private void Judge(IOperation target, IAssignmentOperation assignment, Value value, PathState env)
    {
        if (target is not IPropertyReferenceOperation reference)
        {
            return;
        }

        if (_context.Constraints.Of(reference.Property) is { } constraints)
        {
            _judge.Assigned(reference.Property, SiteOf(assignment.Syntax), assignment.Value.Syntax, value, reference.Instance?.Type);
            if (constraints.IsSecret)
            {
                JudgeReturned(reference, assignment.Syntax, assignment.Value, env);
            }
        }
        else if (SecretCollections.WrittenBy(reference, _context) is { } secrets)
        {
            _judge.Assigned(secrets, SiteOf(assignment.Syntax), assignment.Value.Syntax, value);
        }
    }

    /// <summary>Within a called method, the site of everything is the call.</summary>
    private SyntaxNode SiteOf(SyntaxNode syntax) => _frame.Call ?? syntax;

    /// <param name="source">The local, parameter or member whose value is assigned; null if there is none.</param>
    private PathState Store(IOperation target, Value value, PathState env, object? source = null) => target switch
    {
        IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } element, Instance: { } tuple } => StoreElement(tuple, element, value, env),
        IMemberReferenceOperation { Member: var member } => env.ForgetMember(member.Name),
        IArrayElementReferenceOperation => env.ForgetMember(AnyElement),
        IDiscardOperation => env,
        _ => AssignedVariables.Target(target) is { } symbol ? env.Assign(symbol, value, source) : env,
    };

    private static PathState StoreElement(IOperation tuple, IFieldSymbol element, Value value, PathState env) =>
        AssignedVariables.Target(tuple) is not { } symbol ? env
        : tuple is ILocalReferenceOperation or IParameterReferenceOperation
        && env[symbol] is TupleValue { Elements: var elements }
        && IndexOf(element, elements.Length) is { } index
            ? env.Assign(symbol, new TupleValue([.. elements.Take(index), value, .. elements.Skip(index + 1)]))
        : env.Assign(symbol, Value.Unknown);

    private Outcome[] AssignCompound(ICompoundAssignmentOperation assignment, PathState env) =>
        assignment is { OperatorMethod: null, Type.SpecialType: SpecialType.System_Boolean } ? AssignCondition(assignment, env)
        : Sequence([assignment.Target, assignment.Value], env, (env, values) =>
        {
            var value = assignment.OutConversion is { IsIdentity: false, IsNumeric: false }
                ? Value.Unknown
                : Combine(
                    assignment.OperatorKind,
                    assignment.OperatorMethod,
                    assignment.Type,
                    values[0],
                    Printed(assignment.Value, values[1], assignment.Type),
                    assignment.Syntax);
            Judge(assignment.Target, assignment, value, env);
            return Outcomes.Of(Store(assignment.Target, value, env), value);
        });

    // isRight &= order.IsHome
    private Outcome[] AssignCondition(ICompoundAssignmentOperation assignment, PathState env)
    {
        var (then, otherwise) = Both(assignment.OperatorKind, Branch(assignment.Target, env), assignment.Value);
        return Outcomes.Few([.. then.Select(each => Stored(true, each)), .. otherwise.Select(each => Stored(false, each))]);

        Outcome Stored(bool holds, PathState each)
        {
            var value = ConstantValue.Of(holds, assignment.Syntax)!;
            return new Outcome(Store(assignment.Target, value, each), value);
        }
    }

    private Outcome[] Step(IIncrementOrDecrementOperation step, PathState env) => Evaluate(step.Target, env).Then((env, old) =>
    {
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var value = Combine(kind, step.OperatorMethod, step.Type, old, ConstantValue.Of(1, step.Syntax)!, step.Syntax);
        return Outcomes.Of(Store(step.Target, value, env), step.IsPostfix ? old : value);
    });

    private Outcome[] AssignCoalesce(ICoalesceAssignmentOperation assignment, PathState env) => Evaluate(assignment.Target, env).Then((env, old) => old switch
    {
        ConstantValue { Constant: null } => Filled(assignment, env),
        UnknownValue => Unless(assignment.Target, old, env, each => Filled(assignment, each)),
        _ => Outcomes.Of(env, old),
    });

    private Outcome[] Filled(ICoalesceAssignmentOperation assignment, PathState env) =>
        Evaluate(assignment.Value, env).Then((env, value) =>
        {
            Judge(assignment.Target, assignment, value, env);
            return Outcomes.Of(Store(assignment.Target, value, env), value);
        });

    // In a declaration, no target is also a source.
    private Outcome[] Deconstruct(IDeconstructionAssignmentOperation assignment, PathState env) => Evaluate(assignment.Value, env).Then((env, value) =>
        Outcomes.Of(
            Spread(assignment, assignment.Target, value, assignment.Target is IDeclarationExpressionOperation ? assignment.Value : null, env),
            value));

    private PathState Spread(IDeconstructionAssignmentOperation assignment, IOperation target, Value value, IOperation? source, PathState env)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: var expression }:
                return Spread(assignment, expression, value, source, env);
            case ITupleOperation tuple:
                for (var index = 0; index < tuple.Elements.Length; index++)
                {
                    env = Spread(
                        assignment,
                        tuple.Elements[index],
                        value is TupleValue { Elements: var elements } && elements.Length == tuple.Elements.Length ? elements[index] : Value.Unknown,
                        source is not null && Unwrap(source) is ITupleOperation given && given.Elements.Length == tuple.Elements.Length
                            ? given.Elements[index]
                            : null,
                        env);
                }

                return env;
            default:
                Judge(target, assignment, value, env);
                return Store(target, value, env, Entity(source));
        }
    }
}
