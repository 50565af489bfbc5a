using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Conversions, arithmetic, and conditional expressions.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Convert(IConversionOperation conversion, PathState env) =>
        Evaluate(conversion.Operand, env)
            .Map(value =>
            {
                if (conversion.OperatorMethod is not null)
                {
                    return Value.Unknown;
                }

                // The bounds of a number hold for the same number only.
                if (value is UnknownValue && !conversion.Conversion.IsImplicit && IsNumber(conversion.Type.WithoutNullable()))
                {
                    return Value.Unknown;
                }

                var type = conversion.Type.WithoutNullable();
                return value is ConstantValue { Constant: not null } constant && IsNumber(type)
                    ? Arithmetic.Convert(constant, type!, conversion.Syntax)
                    : value;
            });

    private Outcome[] Unary(IUnaryOperation unary, PathState env) =>
        Evaluate(unary.Operand, env)
            .Map(value =>
                unary is { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_Decimal }, OperatorKind: UnaryOperatorKind.Minus }
                    ? Arithmetic.Negate(value, unary.Type, unary.Syntax)
                : unary.OperatorKind == UnaryOperatorKind.Plus ? value
                : Value.Unknown);

    private Outcome[] Binary(IBinaryOperation binary, PathState env) =>
        Sequence([binary.LeftOperand, binary.RightOperand], env, (env, values) =>
            IsRefused(binary, values[0], values[1])
                ? []
                : Outcomes.Of(
                    env,
                    Combine(
                        binary.OperatorKind,
                        binary.OperatorMethod,
                        binary.Type,
                        Printed(binary.LeftOperand, values[0], binary.Type),
                        Printed(binary.RightOperand, values[1], binary.Type),
                        binary.Syntax)));

    // The sum of two currencies throws.
    private bool IsRefused(IBinaryOperation binary, Value left, Value right) =>
        _context.Types.IsMoney(binary.OperatorMethod?.ContainingType)
        && left is MoneyValue { Code: { } code }
        && right is MoneyValue { Code: { } other }
        && code != other;

    private Value Combine(BinaryOperatorKind kind, IMethodSymbol? method, ITypeSymbol? type, Value left, Value right, SyntaxNode syntax)
    {
        if (type?.SpecialType == SpecialType.System_String && kind == BinaryOperatorKind.Add)
        {
            return Texts.Concat([left, right], syntax);
        }

        if (method is not null && _context.Types.IsMoney(method.ContainingType))
        {
            return MoneyEvaluation.Combine(kind, left, right, syntax);
        }

        return method is null or { ContainingType.SpecialType: SpecialType.System_Decimal } && IsNumber(type.WithoutNullable())
            ? Arithmetic.Combine(kind, left, right, type.WithoutNullable()!, syntax)
            : Value.Unknown;
    }

    private Outcome[] Choose(IConditionalOperation conditional, PathState env)
    {
        var (then, otherwise) = Branch(conditional.Condition, env);
        return Outcomes.Few([
            .. then.SelectMany(each => EvaluateNamed(conditional.WhenTrue, each)),
            .. otherwise.SelectMany(each => EvaluateNamed(conditional.WhenFalse, each)),
        ]);
    }

    // The name of an unknown value goes with it.
    private Outcome[] EvaluateNamed(IOperation? chosen, PathState env)
    {
        var outcomes = Evaluate(chosen, env);
        return outcomes is [{ Value: UnknownValue { Source: null } value, Env: var after }] && Entity(chosen) is { } entity
            ? Outcomes.Of(after, value with { Source = after.Source(entity) })
            : outcomes;
    }

    private Outcome[] Coalesce(ICoalesceOperation coalesce, PathState env) => Evaluate(coalesce.Value, env).Then((env, value) => value switch
    {
        ConstantValue { Constant: null } => Evaluate(coalesce.WhenNull, env),
        UnknownValue => Unless(coalesce.Value, value, env, each => Evaluate(coalesce.WhenNull, each)),
        _ => Outcomes.Of(env, value),
    });

    /// <summary>The value of an operand, or another value if it is null.</summary>
    private Outcome[] Unless(IOperation operand, Value value, PathState env, Func<PathState, Outcome[]> whenNull)
    {
        var tested = new TestedOperand(operand, value, Entity(operand));
        var (exists, isNull) = Exists(tested, env);
        return Outcomes.Few([.. exists.Select(each => new Outcome(each, Again(tested, each).Value)), .. isNull.SelectMany(whenNull)]);
    }

    private Outcome[] Switch(ISwitchExpressionOperation switching, PathState env) => EvaluateTested(switching.Value, env).Then((env, value) =>
    {
        var tested = new TestedOperand(switching.Value, value, Subject(switching.Value));
        var outcomes = new List<Outcome>();
        PathState[] rest = [Asked(switching.Value, tested, env)];
        foreach (var arm in switching.Arms)
        {
            var (here, past) = Match(arm.Pattern, tested, rest);
            if (arm.Guard is { } guard)
            {
                var guarded = here.Select(each => Branch(guard, each)).ToArray();
                here = guarded.SelectMany(each => each.True).ToArray();
                past = [.. past, .. guarded.SelectMany(each => each.False)];
            }

            outcomes.AddRange(PathState.Widen(here).SelectMany(each => EvaluateNamed(arm.Value, each)));
            rest = PathState.Widen(past);
        }

        return Outcomes.Few(outcomes.ToArray());
    });

    private Outcome[] Decide(IOperation condition, PathState env)
    {
        var (then, otherwise) = Branch(condition, env);
        return Outcomes.Few(
        [
            .. then.Select(each => new Outcome(each, ConstantValue.Of(true, condition.Syntax)!)),
            .. otherwise.Select(each => new Outcome(each, ConstantValue.Of(false, condition.Syntax)!)),
        ]);
    }

    private Outcome[] Default(IDefaultValueOperation value, PathState env) =>
        Outcomes.Of(env, _context.Types.IsMoney(value.Type) ? MoneyEvaluation.None(value.Syntax) : Value.Unknown);

    private Outcome[] Tuple(ITupleOperation tuple, PathState env) => Sequence(tuple.Elements, env, (env, values) => Outcomes.Of(env, new TupleValue(values)));

    private Outcome[] Throw(IThrowOperation thrown, PathState env)
    {
        Evaluate(thrown.Exception, env);
        return [];
    }

    // The value between the question mark and the access is tracked only in conditions.
    private Outcome[] ConditionalAccess(IConditionalAccessOperation access, PathState env)
    {
        var isDeciding = _isDeciding;
        return Evaluate(access.Operation, env).Then((env, value) =>
        {
            if (!isDeciding)
            {
                return Access(access, value, env).Map(_ => Value.Unknown).Prepend(new Outcome(env, Value.Unknown)).ToArray();
            }

            var tested = new TestedOperand(access.Operation, value, Entity(access.Operation));
            var (exists, isNull) = Exists(tested, env);
            return Outcomes.Few(
            [
                .. exists.SelectMany(each => Access(access, value, each)),
                .. isNull.Select(each => new Outcome(each, ConstantValue.Of(null, access.Syntax)!)),
            ]);
        });
    }

    private Outcome[] Access(IConditionalAccessOperation access, Value value, PathState env)
    {
        var accessed = _accessed;
        _accessed = (value, Entity(access.Operation));
        var outcomes = Evaluate(access.WhenNotNull, env);
        _accessed = accessed;
        return outcomes;
    }

    private static bool IsNumber(ITypeSymbol? type) =>
        type
            is { TypeKind: TypeKind.Enum }
                or {
                    SpecialType: >= SpecialType.System_SByte
                        and <= SpecialType.System_Decimal
                        or SpecialType.System_Char
                        or SpecialType.System_Single
                        or SpecialType.System_Double
                };
}
