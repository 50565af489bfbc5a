using Apm.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers.Flow;

/// <summary>Conditions: which ways they leave open, and what is known on each.</summary>
internal sealed partial class Interpreter
{
    private Branches Branch(IOperation condition, Env env)
    {
        switch (condition)
        {
            case IParenthesizedOperation { Operand: var operand }:
                return Branch(operand, env);
            case IConversionOperation { OperatorMethod: null, Operand: var operand } when operand.Type?.SpecialType == SpecialType.System_Boolean:
                return Branch(operand, env);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null, Operand: var operand }:
                return Branch(operand, env).Negated;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod: null } binary:
                return BranchTwice(binary, env);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } when !condition.ConstantValue.HasValue:
                return Undecided(Evaluate(((IBinaryOperation)condition).LeftOperand, env).Then((each, _) => Evaluate(((IBinaryOperation)condition).RightOperand, each)), condition);
            case IBinaryOperation binary when Comparison.Of(binary.OperatorKind) is { } comparison:
                return Compare(comparison, binary.LeftOperand, binary.RightOperand, condition, env);
            case IInvocationOperation invocation when Equality(invocation) is var (left, right):
                return Compare(Comparison.Equal, left, right, condition, env);
            case IIsPatternOperation pattern:
                var outcomes = EvaluateTested(pattern.Value, env);
                return Branches.Of(outcomes.Select(outcome => Match(pattern.Pattern, new Tested(pattern.Value, outcome.Value, Entity(pattern.Value)), [outcome.Env])));
            default:
                return Truth(condition, env);
        }
    }

    private Branches BranchTwice(IBinaryOperation binary, Env env)
    {
        var (yes, no) = Branch(binary.LeftOperand, env);
        return binary.OperatorKind == BinaryOperatorKind.ConditionalAnd
            ? Branches.Of(yes.Select(each => Branch(binary.RightOperand, each)).Prepend(new Branches([], no)))
            : Branches.Of(no.Select(each => Branch(binary.RightOperand, each)).Prepend(new Branches(yes, [])));
    }

    private Branches Truth(IOperation condition, Env env)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool truth })
        {
            return Branches.Of(env, truth);
        }

        // A condition that asks to be decided would ask for itself.
        var outcomes = condition is IUnaryOperation or IBinaryOperation or IIsTypeOperation ? Other(condition, env) : EvaluateTested(condition, env);
        return Branches.Of(outcomes.Select(outcome => outcome.Value switch
        {
            ConstantValue { Constant: bool known } => Branches.Of(outcome.Env, known),
            UnknownValue when Entity(condition) is { } entity => new Branches([outcome.Env.Learn(entity, True)], [outcome.Env.Learn(entity, False)]),
            _ => Undecided(outcome.Env, condition.Syntax.ToString()),
        }));
    }

    private Branches Compare(Comparison comparison, IOperation left, IOperation right, IOperation condition, Env env) =>
        Branches.Of(EvaluateTested(left, env).SelectMany(first => EvaluateTested(right, first.Env).Select(second =>
        {
            var (one, two) = (new Tested(left, first.Value, Entity(left)), new Tested(right, second.Value, Entity(right)));
            return comparison.Decide(one.Value, two.Value) is { } decided
                ? Branches.Of(second.Env, decided)
                : (one, two) switch
                {
                    ({ Value: UnknownValue unknown, Entity: { } entity }, { Value: ConstantValue constant }) => Learn(comparison, unknown, constant, entity, second.Env),
                    ({ Value: ConstantValue constant }, { Value: UnknownValue unknown, Entity: { } entity }) => Learn(comparison.Mirrored, unknown, constant, entity, second.Env),
                    _ => Undecided(second.Env, condition.Syntax.ToString()),
                };
        })));

    private static Branches Learn(Comparison comparison, UnknownValue unknown, ConstantValue constant, object entity, Env env)
    {
        var (yes, no) = comparison.Split(unknown, constant);
        return new Branches(yes is null ? [] : [env.Learn(entity, yes)], no is null ? [] : [env.Learn(entity, no)]);
    }

    /// <summary>Nothing is known of the condition but that it has the same answer wherever it stands in the same words.</summary>
    private static Branches Undecided(Env env, string text) => env[text] is ConstantValue { Constant: bool known }
        ? Branches.Of(env, known)
        : new Branches([env.Learn(text, True)], [env.Learn(text, False)]);

    private static Branches Undecided(Outcome[] outcomes, IOperation condition) =>
        Branches.Of(outcomes.Select(outcome => Undecided(outcome.Env, condition.Syntax.ToString())));

    private static readonly Value True = ConstantValue.Of(true, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("true"))!;

    private static readonly Value False = ConstantValue.Of(false, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("false"))!;

    // Members that can change are remembered to tell which conditions go together, and for nothing else.
    private Outcome[] EvaluateTested(IOperation operation, Env env)
    {
        var wasDeciding = _isDeciding;
        _isDeciding = Entity(operation) is MemberPath;
        var outcomes = Evaluate(operation, env);
        _isDeciding = wasDeciding;
        return outcomes;
    }

    private static (IOperation Left, IOperation Right)? Equality(IInvocationOperation invocation) => invocation.TargetMethod switch
    {
        { Name: nameof(Equals), ContainingType.SpecialType: SpecialType.System_String, IsStatic: true, Parameters.Length: 2 } => (invocation.Arguments[0].Value, invocation.Arguments[1].Value),
        { Name: nameof(Equals), ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_Decimal, Parameters.Length: 1 } when invocation.Instance is { } instance => (instance, invocation.Arguments[0].Value),
        _ => null,
    };
}
