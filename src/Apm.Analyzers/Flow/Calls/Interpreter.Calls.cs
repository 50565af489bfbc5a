using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Calls: of methods that are known by name, and of methods whose body is available.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Invoke(IInvocationOperation invocation, PathState env)
    {
        var method = invocation.TargetMethod;
        if (Equality(invocation) is not null)
        {
            return Decide(invocation, env);
        }

        // The effect of a local function on its surroundings is known only with them.
        if (_expressionOnly && _frame.Depth == 0 && method.MethodKind == MethodKind.LocalFunction)
        {
            _dependsOnLocals = true;
            return Outcomes.Of(env, Value.Unknown);
        }

        if (Query(invocation, env) is { } query)
        {
            return query;
        }

        return Evaluate(invocation.Instance, env).Then((env, instance) =>
            Arguments(invocation.Arguments, env, (env, values) => Invoke(invocation, instance, values, env)));
    }

    private Outcome[] Invoke(IInvocationOperation invocation, Value instance, Value[] values, PathState env)
    {
        var method = invocation.TargetMethod;
        if (InvokeFunction(invocation, instance, values, env) is { } result)
        {
            return result;
        }

        if (InvokeOn(invocation, instance, values, env) is { } chained)
        {
            return chained;
        }

        if (KnownCollection(invocation, instance, values, env) is { } read)
        {
            return read;
        }

        if ((Known(invocation, instance, values) ?? KnownTask(invocation, instance, values)) is { } known)
        {
            return known is MoneyValue { IsRefused: true }
                ? []
                : Outcomes.Of(known is UnknownValue ? Called(invocation, env) : env, known);
        }

        if (GuardMethods.NeverReturns(method))
        {
            return [];
        }

        JudgePassed(method, invocation.Arguments, values, invocation.Syntax);
        JudgeAdded(invocation, env);
        JudgeOperation(invocation, values);
        var declared = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!IsReplaceable(declared) && !(_context.Contains(declared) && MayMatter(declared, isExact: true)))
        {
            return Outcomes.Of(Called(invocation, env), Value.Unknown);
        }

        var receiver = ReceiverOf(invocation.Instance, instance);
        var isExact = receiver is { IsExact: true } || (receiver is not null && _isDeciding);
        var callee = Implementation(declared, isExact ? receiver : null);
        if (!CanEnter(callee)
            || !MayMatter(callee, isExact)
            || _context.Callees.BodyOf(callee, isExact) is not { } body)
        {
            return Outcomes.Of(Called(invocation, env), Value.Unknown);
        }

        var sources = Sources(invocation, values);
        env = NamePicked(invocation, sources, env);
        var reads = _unknownReads;
        var isSame = invocation.Instance is null or IInstanceReferenceOperation;
        var outcomes = method.ReducedFrom is null
            ? Enter(callee, body, values, env, invocation.Syntax, sources, isSame, isSame && !method.IsStatic ? _frame.Receiver ?? receiver : receiver)
            : Enter(callee, body, [instance, .. values], env, invocation.Syntax, [Entity(invocation.Instance), .. sources], isSame: true);
        if (reads != _unknownReads)
        {
            return Outcomes.Of(Called(invocation, env), Value.Unknown);
        }

        return Asked(invocation) && outcomes.Select(outcome => outcome.Value).Distinct().ToArray() is not [ConstantValue]
            ? outcomes.Select(outcome => outcome with { Env = Called(invocation, outcome.Env) }).ToArray()
            : outcomes;
    }

    /// <summary>Whether the result or the effect of the method may be of interest.</summary>
    private bool MayMatter(IMethodSymbol method, bool isExact) =>
        _context.Callees.MayReturnConstant(method, isExact)
        || _context.Callees.MayRefuse(method, isExact)
        || _context.MethodUses.Contain(method)
        || IsInPlace(method);

    private static IMethodSymbol Implementation(IMethodSymbol method, Receiver? receiver) =>
        receiver is not null && IsReplaceable(method) ? receiver.Implementation(method) ?? method : method;

    private static bool IsReplaceable(IMethodSymbol method) => method.IsVirtual || method.IsAbstract || method.IsOverride;

    // The call may be a check of the value, by its result or by an exception.
    private bool Asked(IInvocationOperation invocation) =>
        invocation.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean || _frame.IsGuarded || GuardMethods.IsGuard(invocation.TargetMethod);

    /// <summary>Evaluates arguments in the order of the code. The values are in the order of the parameters.</summary>
    private Outcome[] Arguments(ImmutableArray<IArgumentOperation> arguments, PathState env, Func<PathState, Value[], Outcome[]> next) =>
        arguments.IsEmpty ? next(env, []) : Sequence(arguments.Select(argument => argument.Value).ToArray(), env, (env, values) =>
        {
            var ordered = new Value[arguments.Length];
            for (var index = 0; index < ordered.Length; index++)
            {
                env = env.Forget(AssignedVariables.By(arguments[index]));
                ordered[index] ??= Value.Unknown;
                var ordinal = arguments[index].Parameter?.Ordinal ?? index;
                ordered[ordinal < ordered.Length ? ordinal : index] = Passed(arguments[index], values[index]);
            }

            return next(env, ordered);
        });

    // The default value of a parameter belongs to the parameter.
    private static Value Passed(IArgumentOperation argument, Value value) =>
        argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter }
        && value is ConstantValue constant
        && Initializers.Of(parameter) is { } initializer
            ? constant with
            {
                Origin = new Origin(initializer).Via(argument.Syntax),
            }
        : argument is { Parameter.RefKind: RefKind.Out } ? Value.Unknown
        : value;

    // A condition that a body returns is a condition where it was called.
    private Outcome[] Returned(IOperation? returned, PathState env) =>
        returned is { Type.SpecialType: SpecialType.System_Boolean } && _frame.Depth > 0 && Entity(returned) is not null
            ? Decide(returned, env)
            : EvaluateNamed(returned, env);

    private bool CanEnter(ISymbol symbol) => _frame.Depth < MaxCalls && !_frame.IsIn(symbol) && !_gaveUp;

    /// <summary>The local, parameter or member of each argument, in the order of the parameters.</summary>
    private object?[] Sources(IInvocationOperation invocation, Value[] values)
    {
        var sources = new object?[invocation.Arguments.Length];
        foreach (var argument in invocation.Arguments)
        {
            if (argument is { Parameter: { RefKind: RefKind.None, Ordinal: var ordinal } }
                && ordinal < sources.Length
                && (Entity(argument.Value) ?? (values[ordinal] as UnknownValue)?.Source) is { } source)
            {
                sources[ordinal] = source;
            }
        }

        return sources;
    }

    /// <summary>Gives a name to arguments that a condition chose. What is computed from them is not known.</summary>
    private PathState NamePicked(IInvocationOperation invocation, object?[] sources, PathState env)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument is { Parameter: { RefKind: RefKind.None, Ordinal: var ordinal } }
                && ordinal < sources.Length
                && sources[ordinal] is null
                && IsPicked(argument.Value))
            {
                sources[ordinal] = new MemberPath(null, argument.Value.Syntax.ToString(), IsFixed: true);
                env = Question(env, sources[ordinal]!);
            }
        }

        return env;
    }

    /// <summary>Interprets a body with arguments.</summary>
    /// <param name="call">The expression whose value is the result.</param>
    /// <param name="sources">The local, parameter or member of each argument.</param>
    /// <param name="isSame">Whether the body belongs to the same object, or is static.</param>
    /// <param name="receiver">The object whose member this is; null for the object of the analyzed body, and for a static member.</param>
    private Outcome[] Enter(
        ISymbol symbol,
        IOperation body,
        Value[] arguments,
        PathState env,
        SyntaxNode call,
        object?[]? sources = null,
        bool isSame = false,
        Receiver? receiver = null)
    {
        var isLocal = symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };
        var inside = isLocal ? env : env.Facts(IsShared);
        for (var index = 0; symbol is IMethodSymbol method && index < arguments.Length && index < method.Parameters.Length; index++)
        {
            inside = inside.Assign(method.Parameters[index], arguments[index], sources?[index]);
        }

        var caller = _frame;
        _frame = new Frame(caller, isLocal ? caller.Facts : VariableUsage.Of(body))
        {
            Symbol = symbol,
            Receiver = isLocal ? caller.Receiver : receiver,
            Call = IsInPlace(symbol) ? null : caller.Call ?? call,
        };
        var callee = _frame;
        var isDeciding = _isDeciding;
        _isDeciding = false;
        try
        {
            if (body is IBlockOperation or IMethodBodyOperation or IConstructorBodyOperation)
            {
                var ends = Execute(body, [inside]);
                callee.Returns.AddRange(ends.Select(each => new Outcome(each, Value.Unknown)));
            }
            else
            {
                callee.Returns.AddRange(Returned(body is ISymbolInitializerOperation { Value: var value } ? value : body, inside));
            }
        }
        finally
        {
            (_frame, _isDeciding) = (caller, isDeciding);
        }

        if (symbol is IMethodSymbol { IsAsync: true } && !callee.Facts.IsIterator)
        {
            // The task may fail later, so what the body tests is not known here.
            return Outcomes.Of(env, Result(callee.Returns) is var result and not UnknownValue ? new TaskValue(result.Via(call)) : Value.Unknown);
        }

        // Iterators do not return the values of their return statements.
        return callee.Facts.IsIterator
            ? Outcomes.Of(env, Value.Unknown)
            : Outcomes.Few(
            [
                .. callee.Returns.GroupBy(outcome => outcome.Value, outcome => env.Assume(outcome.Env, IsShared))
                    .SelectMany(ways => PathState.Join(ways.ToArray()).Select(each => new Outcome(each, ways.Key.Via(call)))),
            ]);

        // The text of a condition has another meaning in another body.
        bool IsShared(object entity) => entity switch
        {
            MemberPath { Root: null, Members: var members } =>
                isSame || receiver?.Entity is not null || !members.StartsWith("this.", StringComparison.Ordinal),
            MemberPath { Root: { } root } => !SymbolEqualityComparer.Default.Equals(root.ContainingSymbol, symbol),
            ISymbol other => !SymbolEqualityComparer.Default.Equals(other.ContainingSymbol, symbol),
            _ => false,
        };
    }
}
