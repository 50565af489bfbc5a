using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Delegates, tasks, and the lambdas of queries.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] CreateDelegate(IDelegateCreationOperation creation, PathState env) => creation.Target switch
    {
        IMethodReferenceOperation { Method: { OriginalDefinition: var method }, Instance: null or IInstanceReferenceOperation } reference =>
            Evaluate(reference.Instance, env).Map(_ => new FunctionValue(method, null, _frame.Facts)),
        var target => Evaluate(target, env),
    };

    /// <summary>The result of a delegate whose function is known.</summary>
    /// <returns>Null if it is not known.</returns>
    private Outcome[]? InvokeFunction(IInvocationOperation invocation, Value instance, Value[] arguments, PathState env)
    {
        if (instance is not FunctionValue { Method: var method, Body: var known, Surroundings: var surroundings }
            || (known ?? _context.Callees.BodyOf(method)) is not { } body
            || !CanEnter(method)
            || method.IsAsync)
        {
            return null;
        }

        // What the function sees around it is known only with its surroundings.
        if (_expressionOnly && _frame.Depth == 0 && (known is null ? method.MethodKind == MethodKind.LocalFunction : !IsClosed(body, method)))
        {
            _dependsOnLocals = true;
            return Outcomes.Of(env, Value.Unknown);
        }

        // What the function tests of the object is then known after it, as after a method.
        var isSame = ReferenceEquals(surroundings, _frame.Facts);
        if (known is null || isSame)
        {
            var receiver = isSame && !method.IsStatic ? _frame.Receiver : null;
            return Enter(method, body, arguments, env, invocation.Syntax, Sources(invocation, arguments), isSame, receiver);
        }

        return IsClosed(body, method)
            ? Enter(method, body, arguments, PathState.Empty, invocation.Syntax).Select(outcome => outcome with { Env = env }).ToArray()
            : null;
    }

    // A lambda that uses variables around it, or members of its object, is known only there.
    private static bool IsClosed(IOperation body, IMethodSymbol method) => body.Descendants().All(operation =>
        operation is not (ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation
            {
                ReferenceKind: InstanceReferenceKind.ContainingTypeInstance
            })
        || SymbolEqualityComparer.Default.Equals(AssignedVariables.Target(operation)?.ContainingSymbol, method));

    /// <summary>The members of tasks and lazy objects whose result is known, and the functions that create completed tasks.</summary>
    /// <returns>Null for any other method.</returns>
    private static Value? KnownTask(IInvocationOperation invocation, Value instance, Value[] arguments) => (invocation.TargetMethod.Name, instance) switch
    {
        ("FromResult", _) when IsTask(invocation.TargetMethod.ContainingType) && arguments is [var result] => new TaskValue(result),
        ("ConfigureAwait" or "AsTask" or "GetAwaiter" or "WaitAsync", TaskValue) => instance,
        ("GetResult", TaskValue task) => task.Result.Via(invocation.Syntax),
        _ => null,
    };

    private static bool IsTask(INamedTypeSymbol? type) => type is
    {
        Name: "Task" or "ValueTask",
        ContainingNamespace:
        {
            Name: nameof(System.Threading.Tasks),
            ContainingNamespace: { Name: nameof(System.Threading), ContainingNamespace.Name: nameof(System) }
        },
    };

    private static bool IsLazy(INamedTypeSymbol? type) =>
        type is { Name: "Lazy", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A <c>ValueTask</c> or <c>Lazy</c> with a known result.</summary>
    private Value? CreateTask(IObjectCreationOperation creation, INamedTypeSymbol type, Value[] values) => (type.Name, values) switch
    {
        ("ValueTask", [var result]) when IsTask(type) && creation.Arguments[0].Parameter?.Type is not { Name: "Task" } => new TaskValue(result),
        ("Lazy", [FunctionValue { Method: var method, Body: var known } function, ..])
            when IsLazy(type) && (known ?? _context.Callees.BodyOf(method)) is { } body && IsClosed(body, method) && CanEnter(method) && !method.IsAsync =>
            Enter(method, body, [], PathState.Empty, creation.Syntax) is [var outcome] ? new TaskValue(outcome.Value) : null,
        _ => null,
    };

    /// <summary>A method of LINQ: its lambda runs for each element, which may be known.</summary>
    /// <returns>Null for any other method.</returns>
    private Outcome[]? Query(IInvocationOperation invocation, PathState env)
    {
        var method = invocation.TargetMethod;
        if (method.ContainingType is not { Name: "Enumerable" or "Queryable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: nameof(System) } }
            || invocation.Arguments is not [{ Value: var source }, ..]
            || _frame.IsGuarded)
        {
            return null;
        }

        switch (method.Name, invocation.Arguments.Length)
        {
            case ("Select" or "Where" or "OrderBy" or "OrderByDescending", 2) when Unconverted(invocation.Arguments[1].Value) is IDelegateCreationOperation
                { Target: IAnonymousFunctionOperation { Body: { } body, Symbol: { IsAsync: false, Parameters: [var element] } } lambda }
                && !(_expressionOnly && _frame.Depth == 0):
                return Evaluate(source, env).Then((env, items) => Outcomes.Of(env, OfEach(lambda, body, element, items, env, method.Name == "Select")));
            case ("First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault", 2)
                when FunctionIn(invocation) is { Body: { } body, Symbol: { IsAsync: false, Parameters: [_] } } condition:
                if (_expressionOnly && _frame.Depth == 0)
                {
                    _dependsOnLocals |= Evaluate(source, env) is [{ Value: ListValue }];
                    return null;
                }

                return Evaluate(source, env) is [{ Value: ListValue { Items.Length: <= MaxTurns } list } known]
                    ? Outcomes.Of(known.Env, Picked(method.Name, list, condition, body, known.Env, invocation.Syntax))
                    : null;
            case ("Sum", 1):
                return Evaluate(source, env).Map(items => items is ListValue list ? Sum(list, method, invocation.Syntax) : Value.Unknown);
            case ("Sum", 2)
                when FunctionIn(invocation) is { Body: { } body, Symbol: { IsAsync: false, Parameters: [var element] } } lambda
                    && !(_expressionOnly && _frame.Depth == 0):
                return Evaluate(source, env).Then((env, items) => Outcomes.Of(
                    env,
                    OfEach(lambda, body, element, items, env, isSelect: true) is ListValue list ? Sum(list, method, invocation.Syntax) : Value.Unknown));
            case ("ToList" or "ToArray" or "AsEnumerable", 1):
                return Evaluate(source, env);
            case ("First" or "Single" or "Last", 1):
                return Evaluate(source, env).Map(items => (items, method.Name) switch
                {
                    (SequenceValue { Element: var each }, _) => each.Via(invocation.Syntax),
                    (ListValue { Items: [var only] }, _) => only.Via(invocation.Syntax),
                    (ListValue { Items: [var first, ..] }, "First") => first.Via(invocation.Syntax),
                    (ListValue { Items: [.., var last] }, "Last") => last.Via(invocation.Syntax),
                    _ => Value.Unknown,
                });
            default:
                return null;
        }
    }

    private Value OfEach(IAnonymousFunctionOperation lambda, IBlockOperation body, IParameterSymbol element, Value source, PathState env, bool isSelect)
    {
        var within = env.Keep(_frame.Facts.NeverChanges, withFacts: true);
        switch (source)
        {
            case ListValue { Items: { Length: > 0 and <= MaxTurns } items } list:
                var made = Array.ConvertAll(items, item => Result(RunApart(body, within.Assign(element, item))));
                return isSelect
                    ? new ListValue(
                        Array.ConvertAll(made, CollectionReferences.AsElement),
                        Array.ConvertAll(made, _ => (ITypeSymbol?)lambda.Symbol.ReturnType))
                    : Value.Unknown;
            case SequenceValue { Element: var each }:
                var one = Result(RunApart(body, Filtered(SequenceOf(lambda), element, within.Assign(element, each))));
                return !isSelect ? source : one is UnknownValue ? one : new SequenceValue(one);
            default:
                var other = Result(RunApart(body, Filtered(SequenceOf(lambda), element, within)));
                return isSelect && other is not UnknownValue ? new SequenceValue(other) : Value.Unknown;
        }
    }

    private static Value Result(IReadOnlyList<Outcome> returns) =>
        returns.Count > 0 && returns.All(outcome => outcome.Value.Equals(returns[0].Value)) ? returns[0].Value : Value.Unknown;
}
