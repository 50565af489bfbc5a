using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Code that runs any number of times, is left in the middle, or runs at another time.</summary>
internal sealed partial class Interpreter
{
    // One pass is enough, because variables that the body assigns are unknown at its start.
    private PathState[] Loop(ILoopOperation loop, PathState[] envs)
    {
        if (loop is IForLoopOperation { Before: var before })
        {
            envs = Execute(before, envs);
        }

        Value? element = null;
        var runs = false;
        if (loop is IForEachLoopOperation { Collection: var collection } each)
        {
            if (envs.Length == 1 && Evaluate(collection, envs[0]) is [var outcome])
            {
                if (outcome.Value is ListValue { Items.Length: <= MaxTurns } list)
                {
                    return Unroll(each, list, outcome.Env);
                }

                envs = [outcome.Env];
                element = (outcome.Value as SequenceValue)?.Element;
            }
            else
            {
                runs = true;
                envs = Each(envs, env =>
                {
                    var outcomes = Evaluate(collection, env);
                    runs &= Array.TrueForAll(outcomes, outcome => outcome.Value is ListValue { Items.Length: > 0 });
                    return outcomes.Ends();
                });
            }
        }

        var assigned = AssignedVariables.Within(loop).ToArray();
        envs = PathState.Widen(PathState.Join(envs.Select(env => env.Forget(assigned)).ToArray()));
        return loop switch
        {
            IForEachLoopOperation { Collection: var sequence, LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local } } =>
                Turns(loop, PathState.Widen([.. envs.SelectMany(env => Filtered(sequence, local, Given(env, local)))]), runs ? null : envs, assigned),
            IWhileLoopOperation { ConditionIsTop: false } until => Until(until, envs),
            IWhileLoopOperation until => Body(loop, until.Condition, until.ConditionIsUntil, envs),
            IForLoopOperation counting => Body(loop, counting.Condition, isUntil: false, envs, counting.AtLoopBottom),
            _ => Turns(loop, envs, runs ? null : envs, assigned),
        };

        PathState Given(PathState env, ILocalSymbol local) => element is null ? env : env.Assign(local, element);
    }

    /// <param name="without">The states if there are no elements; null if there are some.</param>
    private PathState[] Turns(ILoopOperation loop, PathState[] envs, PathState[]? without, ISymbol[] assigned)
    {
        PathState[] last = [.. Execute(loop.Body, envs), .. _frame.Arrived(loop.ContinueLabel)];
        return PathState.Widen([.. without ?? Array.ConvertAll(last, env => env.Forget(assigned)), .. _frame.Arrived(loop.ExitLabel)]);
    }

    private PathState[] Body(ILoopOperation loop, IOperation? condition, bool isUntil, PathState[] envs, IEnumerable<IOperation>? bottom = null)
    {
        var (goes, ends) = condition is null ? new Branches(envs, []) : Branches.Of(envs.Select(env => Branch(condition, env)));
        if (isUntil)
        {
            (goes, ends) = (ends, goes);
        }

        PathState[] last = [.. Execute(loop.Body, goes), .. _frame.Arrived(loop.ContinueLabel)];
        Execute(bottom ?? [], PathState.Widen(last));
        return PathState.Widen([.. ends, .. _frame.Arrived(loop.ExitLabel)]);
    }

    private PathState[] Until(IWhileLoopOperation loop, PathState[] envs)
    {
        var last = PathState.Widen([.. Execute(loop.Body, envs), .. _frame.Arrived(loop.ContinueLabel)]);
        var (goes, ends) = loop.Condition is { } condition ? Branches.Of(last.Select(env => Branch(condition, env))) : new Branches(last, last);
        return PathState.Widen([.. loop.ConditionIsUntil ? goes : ends, .. _frame.Arrived(loop.ExitLabel)]);
    }

    // Any operation in the block may throw.
    private PathState[] Try(ITryOperation trying, PathState[] envs)
    {
        var interrupted = Interrupted(envs, trying.Body);
        var wasGuarded = _frame.IsGuarded;
        _frame.IsGuarded |= trying.Catches.Length > 0;
        var after = Execute(trying.Body, envs);
        _frame.IsGuarded = wasGuarded;
        foreach (var handler in trying.Catches)
        {
            var caught = Interrupted(interrupted, handler.ExceptionDeclarationOrExpression);
            if (handler.Filter is { } filter)
            {
                caught = Branches.Of(caught.Select(env => Branch(filter, env))).True;
            }

            after = [.. after, .. Execute(handler.Handler, caught)];
        }

        if (trying.Finally is not { } last)
        {
            return PathState.Widen(after);
        }

        Execute(last, trying.Catches.Aggregate(interrupted, (known, handler) => Interrupted(known, handler)));
        _frame.ForgetOnJumps(AssignedVariables.Within(last).ToArray());
        return Interrupted(PathState.Widen(after), last);
    }

    private static PathState[] Interrupted(PathState[] envs, IOperation? operation)
    {
        var assigned = AssignedVariables.Within(operation).ToArray();
        return PathState.Widen(PathState.Join(envs.Select(env => env.Forget(assigned)).ToArray()));
    }

    /// <summary>A lambda: it runs at another time, so it sees only values that never change.</summary>
    private Outcome[] Later(IAnonymousFunctionOperation function, IBlockOperation? body, PathState env)
    {
        if (!(_expressionOnly && _frame.Depth == 0))
        {
            var start = env.Keep(_frame.Facts.NeverChanges, withFacts: true);
            RunApart(
                body,
                function.Symbol.Parameters is [var element, ..] && SequenceOf(function) is { } sequence ? Filtered(sequence, element, start) : [start]);
        }

        return Outcomes.Of(env, body is null ? Value.Unknown : new FunctionValue(function.Symbol, body, _frame.Facts));
    }

    /// <returns>The values that the body returns.</returns>
    private IReadOnlyList<Outcome> RunApart(IBlockOperation? body, params PathState[] envs)
    {
        var frame = _frame;
        _frame = new Frame(frame.Caller, frame.Facts)
        {
            Symbol = frame.Symbol,
            Receiver = frame.Receiver,
            Call = frame.Call,
        };
        Execute(body, envs);
        var returns = _frame.Returns;
        _frame = frame;
        return returns;
    }
}
