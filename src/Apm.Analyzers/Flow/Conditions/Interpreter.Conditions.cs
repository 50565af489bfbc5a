using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Conditions: the paths on which they are true or false, and what can be assumed on each path.</summary>
internal sealed partial class Interpreter
{
    private Branches Branch(IOperation condition, PathState env)
    {
        if (!TryGoDeeper())
        {
            return new Branches([env], [env]);
        }

        var branches = BranchOf(condition, env);
        _nesting--;
        return branches;
    }

    private Branches BranchOf(IOperation condition, PathState env)
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
            case IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr,
                OperatorMethod: null
            } binary when !condition.ConstantValue.HasValue:
                return Both(binary.OperatorKind, Branch(binary.LeftOperand, env), binary.RightOperand);
            case IBinaryOperation binary when Comparison.Of(binary.OperatorKind) is { } comparison:
                return Compare(comparison, binary.LeftOperand, binary.RightOperand, condition, env);
            case IInvocationOperation invocation when Equality(invocation) is var (left, right):
                return Compare(Comparison.Equal, left, right, condition, env);
            case IPropertyReferenceOperation { Property: var property, Instance: { } nullable } when IsOfNullable(property, out var isValue) && !isValue:
                return Exists(nullable, env);
            case IIsTypeOperation { IsNegated: false, ValueOperand: var operand, TypeOperand: var type }:
                return Branches.Of(EvaluateTested(operand, env)
                    .Select(outcome => Has(type, new TestedOperand(operand, outcome.Value, Subject(operand)), outcome.Env)));
            case IIsPatternOperation pattern:
                var outcomes = EvaluateTested(pattern.Value, env);
                return Branches.Of(outcomes.Select(outcome =>
                {
                    var tested = new TestedOperand(pattern.Value, outcome.Value, Subject(pattern.Value));
                    return Match(pattern.Pattern, tested, [Asked(pattern.Value, tested, outcome.Env)]);
                }));
            default:
                return Truth(condition, env);
        }
    }

    private Branches BranchTwice(IBinaryOperation binary, PathState env)
    {
        var (yes, no) = Branch(binary.LeftOperand, env);
        return binary.OperatorKind == BinaryOperatorKind.ConditionalAnd
            ? Branches.Of(yes.Select(each => Branch(binary.RightOperand, each)).Prepend(new Branches([], no)))
            : Branches.Of(no.Select(each => Branch(binary.RightOperand, each)).Prepend(new Branches(yes, [])));
    }

    /// <summary>Two conditions that are both evaluated: <c>&amp;</c>, <c>|</c>, <c>^</c>.</summary>
    private Branches Both(BinaryOperatorKind kind, Branches left, IOperation right)
    {
        var (ifTrue, ifFalse) = (Branches.Of(left.True.Select(env => Branch(right, env))), Branches.Of(left.False.Select(env => Branch(right, env))));
        return kind switch
        {
            BinaryOperatorKind.And => Branches.Of([new Branches([], ifTrue.False), new Branches([], ifFalse.True), new Branches(ifTrue.True, ifFalse.False)]),
            BinaryOperatorKind.Or => Branches.Of([new Branches(ifTrue.True, []), new Branches(ifTrue.False, []), ifFalse]),
            _ => Branches.Of([ifTrue.Negated, ifFalse]),
        };
    }

    private Branches Truth(IOperation condition, PathState env)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool truth })
        {
            return Branches.Of(env, truth);
        }

        // Prevents that a condition is evaluated by itself without end.
        var outcomes = condition is IUnaryOperation or IBinaryOperation or IIsTypeOperation ? Other(condition, env) : EvaluateTested(condition, env);
        if (outcomes.Length > 1 && condition is IInvocationOperation)
        {
            outcomes = Known(outcomes, condition.Syntax.ToString(), env);
        }

        if (outcomes.Length > 1 && Entity(condition) is null && Array.TrueForAll(outcomes, outcome => outcome.Value is UnknownValue))
        {
            outcomes = Outcomes.Of(env.Forget(AssignedVariables.Within(condition)), Value.Unknown);
        }

        return Branches.Of(outcomes.Select(outcome => outcome.Value switch
        {
            ConstantValue { Constant: bool known } => Branches.Of(outcome.Env, known),
            UnknownValue unknown when Entity(condition) is { } entity => Truth(condition, entity, unknown, outcome.Env),
            _ => Undecided(outcome.Env, condition.Syntax.ToString(), condition),
        }));
    }

    private Branches Truth(IOperation condition, object entity, UnknownValue unknown, PathState env)
    {
        DependsOn(entity, env);
        var asked = Asked(condition, entity, env);
        return new Branches(
            unknown.Allows(true) ? [asked.Assume(entity, s_true)] : [],
            unknown.Allows(false) ? [asked.Assume(entity, s_false)] : []);
    }

    private Branches Compare(Comparison comparison, IOperation left, IOperation right, IOperation condition, PathState env)
    {
        var compared = EvaluateTested(left, env)
            .SelectMany(first => EvaluateTested(right, first.Env)
                .Select(second =>
                {
                    var (one, two) = (
                        Again(new TestedOperand(left, first.Value, Subject(left)), second.Env),
                        Again(new TestedOperand(right, second.Value, Subject(right)), second.Env));
                    // A value that is compared with an unknown value may be changed because of the comparison.
                    var env =
                        one.Value is UnknownValue == two.Value is UnknownValue
                            ? second.Env
                            : second.Env.Invalidate(Read([one.Value is UnknownValue ? right : left]));
                    env = Asked(right, two, Asked(left, one, env));
                    return (Env: env, Branches: Compare(comparison, one, two.Value, env) ?? Compare(comparison.Mirrored, two, one.Value, env));
                }))
            .ToArray();
        return compared.Length > 1 && Array.TrueForAll(compared, each => each.Branches is null)
            ? Undecided(comparison, left, right, condition, env.Forget(AssignedVariables.Within(condition)))
            : Branches.Of(compared.Select(each => each.Branches ?? Undecided(comparison, left, right, condition, each.Env)));
    }

    // The one comparison is the negation of the other.
    private Branches Undecided(Comparison comparison, IOperation left, IOperation right, IOperation condition, PathState env) =>
        comparison == Comparison.NotEqual ? Undecided(Comparison.Equal, left, right, condition, env).Negated
        : Undecided(env, comparison == Comparison.Equal ? $"{left.Syntax} == {right.Syntax}" : condition.Syntax.ToString(), left, right);

    /// <returns>Null if nothing can be assumed.</returns>
    private Branches? Compare(Comparison comparison, TestedOperand tested, Value other, PathState env)
    {
        if (comparison.Decide(tested.Value, other) is { } decided)
        {
            return Branches.Of(env, decided);
        }

        if (tested is not { Value: UnknownValue unknown, Entity: { } entity } || other is not ConstantValue constant)
        {
            return null;
        }

        DependsOn(entity, env);
        var (yes, no) = comparison.Split(unknown, constant, tested.Type);
        return new Branches(yes is null ? [] : [env.Assume(entity, Typed(yes, tested))], no is null ? [] : [env.Assume(entity, Typed(no, tested))]);

        // Characters are compared as numbers.
        static Value Typed(Value learnt, TestedOperand tested) =>
            learnt is ConstantValue { Constant: long and >= char.MinValue and <= char.MaxValue and var code } known
            && tested.Type?.SpecialType == SpecialType.System_Char
                ? known with
                {
                    Constant = (char)code,
                }
                : learnt;
    }

    private Branches Exists(IOperation operation, PathState env) =>
        Branches.Of(EvaluateTested(operation, env).Select(outcome =>
        {
            var tested = new TestedOperand(operation, outcome.Value, Entity(operation));
            return Exists(tested, Asked(operation, tested, outcome.Env));
        }));

    /// <summary>Whether a value is not null.</summary>
    private Branches Exists(TestedOperand tested, PathState env) =>
        tested.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
            ? Branches.Of(env, true)
            : Compare(Comparison.NotEqual, tested, ConstantValue.Of(null, tested.Operation.Syntax)!, env)
                ?? Undecided(env, tested.Text + " is not null", tested.Operation);

    private PathState Asked(IOperation operation, TestedOperand tested, PathState env) =>
        tested is { Value: UnknownValue, Entity: { } entity } ? Asked(operation, entity, env) : env;

    // A condition on something that is computed from a value, or on a part of it, may be a check of the value.
    private PathState Asked(IOperation operation, object entity, PathState env) => entity switch
    {
        string text => Doubt(env, Read([operation]).ToArray(), text).Invalidate(Read([operation])),
        ISymbol local when _madeOf.TryGetValue(local, out var made) => OfResult(local, env.Invalidate(Read([made]))),
        MemberPath { Root: { } root } => OfResult(root, AskedMember(operation, root, env)),
        ISymbol symbol when symbol.IsText() && env.HasFactsOfMembers(symbol) => Doubt(env, [symbol]),
        _ => env,
    };

    private PathState AskedMember(IOperation operation, ISymbol root, PathState env) =>
        _frame.Facts.IsChanged(root) ? Doubt(env, [root]).Distrust(root)
        : env[root] is not (UnknownValue or MoneyValue) ? env.Distrust(root)
        : operation is IPropertyReferenceOperation { Property.ContainingType.SpecialType: SpecialType.System_String }
            && env[root] is UnknownValue known && !known.Equals(Value.Unknown) ? Doubt(env, [root])
        : env;

    // What a method returned may be the result of a check of its arguments.
    private PathState OfResult(ISymbol local, PathState env) =>
        _madeOf.TryGetValue(local, out var made) && (made is IAwaitOperation { Operation: var awaited } ? awaited : made) is IInvocationOperation call
            ? Question(env, [call])
            : env;

    /// <summary>The tested operand with its current value.</summary>
    private TestedOperand Again(TestedOperand tested, PathState env) =>
        tested is { Value: UnknownValue, Entity: { } entity } ? tested with { Value = env[entity] } : tested;

    /// <summary>A condition that is not understood. It has the same result wherever it has the same text.</summary>
    /// <param name="read">The operands of the condition, which may be a check of them.</param>
    private Branches Undecided(PathState env, string text, params IOperation[] read)
    {
        _dependsOnLocals |= _expressionOnly && _frame.Depth == 0;
        if (env[text] is ConstantValue { Constant: bool known })
        {
            return Branches.Of(env, known);
        }

        DependsOn(read, env);
        var doubted = Question(Doubt(env, Read(read).ToArray()).Invalidate(Read(read)), read);
        return new Branches([doubted.Assume(text, s_true)], [doubted.Assume(text, s_false)]);
    }

    /// <summary>
    /// Removes the values that a condition may have chosen, if this condition is about the same symbol. The one may exclude what the other chose.
    /// </summary>
    /// <param name="text">The text of the condition. The same condition again excludes nothing.</param>
    private PathState Doubt(PathState env, ISymbol[] tested, string? text = null)
    {
        foreach (var symbol in tested)
        {
            env = Question(env, _frame.Facts.ReasonsOf(symbol));
        }

        return Array.Exists(tested, symbol => env.HasFacts(symbol, text) || _frame.Facts.IsChanged(symbol))
            ? env.Distrust(env.Assigned.Where(IsChosen).ToArray())
            : env;
    }

    private bool IsChosen(ISymbol symbol) =>
        _frame.Facts.IsReassigned(symbol)
        || !_madeOf.TryGetValue(symbol, out var made)
        || made.DescendantsAndSelf().Any(part =>
            !part.ConstantValue.HasValue
            && part is IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation or IInvocationOperation or ILocalReferenceOperation
                or IMemberReferenceOperation);

    private static IEnumerable<ISymbol> Read(IEnumerable<IOperation> operations) =>
        operations.SelectMany(operation => operation.DescendantsAndSelf()).Select(AssignedVariables.Target).OfType<ISymbol>();

    /// <summary>The key for facts about an operand that a condition tests. An operand without a name is identified by its text.</summary>
    private object? Subject(IOperation operation) =>
        operation.ConstantValue.HasValue ? null : Entity(operation) ?? (Unwrap(operation) is ITupleOperation ? null : "= " + operation.Syntax);

    private static readonly Value s_true = ConstantValue.Of(true, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("true"))!;

    private static readonly Value s_false = ConstantValue.Of(false, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("false"))!;

    // Values of mutable members are remembered only to find out which conditions depend on each other.
    private Outcome[] EvaluateTested(IOperation operation, PathState env)
    {
        var wasDeciding = _isDeciding;
        _isDeciding = operation
                is IInvocationOperation { TargetMethod: { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } }
                    or IConditionalAccessOperation
            || Entity(operation) is MemberPath;
        var outcomes = Evaluate(operation, env);
        _isDeciding = wasDeciding;
        return outcomes;
    }

    private static (IOperation Left, IOperation Right)? Equality(IInvocationOperation invocation) =>
        invocation.TargetMethod switch
        {
            { Name: nameof(Equals), ContainingType.SpecialType: SpecialType.System_String, IsStatic: true, Parameters.Length: 2 } => (
                invocation.Arguments[0].Value,
                invocation.Arguments[1].Value),
            {
                Name: nameof(Equals),
                ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_Decimal,
                Parameters.Length: 1
            } when invocation.Instance is { } instance => (instance, invocation.Arguments[0].Value),
            { Name: nameof(Equals), ContainingType.SpecialType: SpecialType.System_Enum, Parameters.Length: 1 }
                when invocation.Instance is { } instance && IsOf(instance.Type, Unwrap(invocation.Arguments[0].Value).Type) =>
                (instance, Unwrap(invocation.Arguments[0].Value)),
            _ => null,
        };
}
