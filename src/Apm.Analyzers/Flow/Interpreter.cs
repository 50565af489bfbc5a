using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// Interprets code with values that may be unknown, on all paths at once, and reports the values of constrained members to an observer.
/// It walks the operation tree in the order of execution, once. Each path has its own <see cref="PathState"/>, so values
/// that belong together are checked together. A value that it cannot determine is unknown.
/// </summary>
internal sealed partial class Interpreter
{
    // Beyond this limit, nothing is reported for the whole body.
    private const int MaxSteps = 30_000;
    private const int MaxNesting = 250;
    private const int MaxCalls = 4;

    private readonly UsageContext _context;
    private readonly IFlowObserver _judge;
    private readonly bool _expressionOnly;
    private readonly CancellationToken _cancellationToken;

    // What is checked where it is called, as if its body stood there; null if nothing is.
    private readonly HashSet<ISymbol>? _inPlace;
    private Frame _frame;

    // The expression depends on locals or parameters, whose values are known only within the body.
    private bool _dependsOnLocals;

    // Their values do not need the rest of the body.
    private bool _hasVariables;

    // The expression, or the initializer of a local of it.
    private PlaceVariables _place;

    // The expression from which a local was computed last: a condition on the local is also a condition on it.
    private readonly Dictionary<ISymbol, IOperation> _madeOf = new(SymbolEqualityComparer.Default);

    // How often a member was read whose value an object has from code that is not followed. What is computed from it is not known.
    private int _unknownReads;

    // The object before the question mark of a conditional access.
    private (Value Value, object? Entity) _accessed = (Value.Unknown, null);

    private bool _gaveUp;
    private bool _isDeciding;
    private int _steps;
    private int _nesting;

    private Interpreter(
        UsageContext context,
        IFlowObserver judge,
        IOperation body,
        bool isTree,
        CancellationToken cancellationToken,
        HashSet<ISymbol>? inPlace = null)
    {
        (_context, _judge, _place) = (context, judge, new PlaceVariables(body, context.Counts));
        (_expressionOnly, _cancellationToken, _inPlace) = (isTree, cancellationToken, inPlace);
        _frame = new Frame(null, isTree ? VariableUsage.None : VariableUsage.Of(body));
    }

    /// <summary>Checks a single expression.</summary>
    public static AnalysisCoverage Judge(UsageContext context, IFlowObserver judge, IOperation expression, CancellationToken cancellationToken)
    {
        var interpreter = new Interpreter(context, judge, expression, isTree: true, cancellationToken);
        interpreter.Evaluate(expression, PathState.Empty);
        context.Counts.AddExpression(interpreter._steps);
        return interpreter._dependsOnLocals ? AnalysisCoverage.NeedsBody
            : interpreter._gaveUp ? AnalysisCoverage.TooLarge
            : interpreter._hasVariables ? AnalysisCoverage.WithVariables
            : AnalysisCoverage.Whole;
    }

    /// <summary>Checks a whole body.</summary>
    public static AnalysisCoverage JudgeBody(UsageContext context, IFlowObserver judge, IOperation body, CancellationToken cancellationToken)
    {
        var interpreter = new Interpreter(context, judge, body, isTree: false, cancellationToken);
        interpreter.Execute(body, [PathState.Empty]);
        context.Counts.AddBody(interpreter._steps);
        return interpreter._gaveUp ? AnalysisCoverage.TooLarge : AnalysisCoverage.Whole;
    }

    /// <summary>Checks members and local functions where a body calls them.</summary>
    public static AnalysisCoverage JudgeCalls(
        UsageContext context,
        IFlowObserver judge,
        IOperation body,
        HashSet<ISymbol> called,
        CancellationToken cancellationToken)
    {
        var interpreter = new Interpreter(context, judge, body, isTree: false, cancellationToken, called);
        interpreter.Execute(body, [PathState.Empty]);
        context.Counts.AddBody(interpreter._steps);
        return interpreter._gaveUp ? AnalysisCoverage.TooLarge : AnalysisCoverage.Whole;
    }

    private bool IsInPlace(ISymbol symbol) => _inPlace?.Contains(symbol) == true;

    private Outcome[] Evaluate(IOperation? operation, PathState env)
    {
        if (operation is null || _gaveUp || (_expressionOnly && _dependsOnLocals))
        {
            return Outcomes.Of(env, Value.Unknown);
        }

        if (Constant(operation) is { } constant)
        {
            return Outcomes.Of(env, constant);
        }

        if (!TryGoDeeper())
        {
            return Outcomes.Of(env, Value.Unknown);
        }

        var outcomes = EvaluateKind(operation, env);
        _nesting--;
        return outcomes;
    }

    private bool TryGoDeeper()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _gaveUp |= ++_steps > MaxSteps || _nesting >= MaxNesting;
        _nesting += _gaveUp ? 0 : 1;
        return !_gaveUp;
    }

    private Outcome[] EvaluateKind(IOperation operation, PathState env) => operation switch
    {
        ILocalReferenceOperation local => Local(local, env),
        IParameterReferenceOperation parameter => Parameter(parameter, env),
        IFieldReferenceOperation field => Field(field, env),
        IPropertyReferenceOperation property => Property(property, env),
        IConversionOperation conversion => Convert(conversion, env),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, env),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Type.SpecialType: SpecialType.System_Boolean } => Decide(operation, env),
        IUnaryOperation unary => Unary(unary, env),
        IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } => Decide(operation, env),
        IBinaryOperation binary => Binary(binary, env),
        IIsPatternOperation or IIsTypeOperation => Decide(operation, env),
        IConditionalOperation conditional => Choose(conditional, env),
        ICoalesceOperation coalesce => Coalesce(coalesce, env),
        ISwitchExpressionOperation switching => Switch(switching, env),
        IInterpolatedStringOperation interpolated => Interpolate(interpolated, env),
        IDefaultValueOperation value => Default(value, env),
        IObjectCreationOperation creation => Create(creation, env),
        IAnonymousObjectCreationOperation creation => CreateAnonymous(creation, env),
        IWithOperation with => With(with, env),
        ITupleOperation tuple => Tuple(tuple, env),
        IInvocationOperation invocation => Invoke(invocation, env),
        IConditionalAccessOperation access => ConditionalAccess(access, env),
        IConditionalAccessInstanceOperation => Outcomes.Of(env, _accessed.Value),
        ISimpleAssignmentOperation assignment => Assign(assignment, env),
        ICompoundAssignmentOperation assignment => AssignCompound(assignment, env),
        ICoalesceAssignmentOperation assignment => AssignCoalesce(assignment, env),
        IIncrementOrDecrementOperation step => Step(step, env),
        IDeconstructionAssignmentOperation assignment => Deconstruct(assignment, env),
        IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression, env),
        IAnonymousFunctionOperation lambda => Later(lambda, lambda.Body, env),
        IArgumentOperation argument => Evaluate(argument.Value, env),
        IArrayCreationOperation creation => CreateList(creation, creation.Initializer?.ElementValues, env),
        IArrayElementReferenceOperation { Indices: [var index], ArrayReference: var array } reference =>
            ElementAt(reference, array, EvaluateIndex(reference, array, index, env)),
        IImplicitIndexerReferenceOperation reference => EvaluateIndex(reference, reference.Instance, reference.Argument, env),
        IInstanceReferenceOperation self => Instance(self, env),
        IAwaitOperation awaited => Await(awaited, env),
        IDelegateCreationOperation creation => CreateDelegate(creation, env),
        ITranslatedQueryOperation query => Evaluate(query.Operation, env),
        IBlockOperation block => Outcomes.Unknown(Execute(block, [env])),
        IThrowOperation thrown => Throw(thrown, env),
        { Kind: OperationKind.None or CollectionExpression } => CreateList(operation, Elements(operation), env),
        _ => Other(operation, env),
    };

    /// <summary>Interprets the children of an operation in order, for their effects.</summary>
    private Outcome[] Other(IOperation operation, PathState env)
    {
        PathState[] envs = [env];
        foreach (var child in operation.ChildOperations)
        {
            envs = Each(envs, each => Evaluate(child, each).Ends());
        }

        return Outcomes.Unknown(envs.Select(each => each.Forget(IsOpaque(operation) ? Read([operation]) : AssignedVariables.By(operation))));
    }

    // Code that does not compile, and calls that are bound at run time, may write to anything within them.
    private static bool IsOpaque(IOperation operation) =>
        operation is IInvalidOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation;

    /// <summary>Evaluates operands from left to right.</summary>
    private Outcome[] Sequence(IReadOnlyList<IOperation?> operands, PathState env, Func<PathState, Value[], Outcome[]> next)
    {
        var first = new Value[operands.Count];
        for (var index = 0; index < first.Length; index++)
        {
            var outcomes = Evaluate(operands[index], env);
            if (outcomes.Length != 1)
            {
                return Part(operands, index, outcomes, first, next);
            }

            (env, first[index]) = (outcomes[0].Env, outcomes[0].Value);
        }

        return next(env, first);
    }

    // Nearly every evaluation has one path.
    private Outcome[] Part(IReadOnlyList<IOperation?> operands, int start, Outcome[] parted, Value[] known, Func<PathState, Value[], Outcome[]> next)
    {
        var ways = Array.ConvertAll(parted, outcome =>
        {
            var values = (Value[])known.Clone();
            values[start] = outcome.Value;
            return (outcome.Env, Values: values);
        }).ToList();
        for (var index = start + 1; index < operands.Count; index++)
        {
            var further = new List<(PathState Env, Value[] Values)>(ways.Count);
            foreach (var way in ways)
            {
                var outcomes = Evaluate(operands[index], way.Env);
                for (var number = 0; number < outcomes.Length; number++)
                {
                    var values = number == outcomes.Length - 1 ? way.Values : (Value[])way.Values.Clone();
                    values[index] = outcomes[number].Value;
                    further.Add((outcomes[number].Env, values));
                }
            }

            ways = further.Count <= PathState.Most ? further : [Together(further, index)];
        }

        return ways.Count == 1 ? next(ways[0].Env, ways[0].Values) : Outcomes.Few([.. ways.SelectMany(way => next(way.Env, way.Values))]);
    }

    // There are too many paths, so only what they have in common is known.
    private static (PathState Env, Value[] Values) Together(List<(PathState Env, Value[] Values)> ways, int last)
    {
        var common = ways[0].Values;
        for (var index = 0; index <= last; index++)
        {
            common[index] = ways.All(way => way.Values[index].Equals(common[index])) ? common[index] : Value.Unknown;
        }

        return (ways.Select(way => way.Env).Aggregate((left, right) => left.Meet(right)), common);
    }

    // A constant that refers to another one, such as a const member, keeps the origin of the literal.
    private Value? Constant(IOperation operation)
    {
        if (!operation.ConstantValue.HasValue)
        {
            return null;
        }

        var value = ConstantValue.Of(operation.ConstantValue.Value, operation.Syntax);
        return value is null ? Value.Unknown : Unwrap(operation) switch
        {
            IFieldReferenceOperation { Field: var field } => Declared(value, field, operation.Syntax),
            ILocalReferenceOperation { Local: var local } => Declared(value, local, operation.Syntax),
            _ => value,
        };
    }

    private static ConstantValue Declared(ConstantValue value, ISymbol symbol, SyntaxNode reference) =>
        Initializers.Of(symbol) is { } initializer ? value with { Origin = new Origin(initializer).Via(reference) } : value;

    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
