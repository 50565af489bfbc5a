using Apm.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers.Flow;

/// <summary>Code that runs any number of times, is left in the middle, or runs at another time.</summary>
internal sealed partial class Interpreter
{
    // Once is enough: what the body assigns is unknown when it begins.
    private Env[] Loop(ILoopOperation loop, Env[] envs)
    {
        if (loop is IForLoopOperation { Before: var before })
        {
            envs = Execute(before, envs);
        }

        if (loop is IForEachLoopOperation { Collection: var collection })
        {
            envs = Each(envs, env => Evaluate(collection, env).Ends());
        }

        var assigned = Written.Within(loop).ToArray();
        envs = Env.Few(Env.Join(envs.Select(env => env.Forget(assigned)).ToArray()));
        return loop switch
        {
            IWhileLoopOperation { ConditionIsTop: false } until => Until(until, envs),
            IWhileLoopOperation until => Body(loop, until.Condition, until.ConditionIsUntil, envs),
            IForLoopOperation counting => Body(loop, counting.Condition, isUntil: false, envs, counting.AtLoopBottom),
            _ => [.. Body(loop, null, isUntil: false, envs), .. envs],
        };
    }

    private Env[] Body(ILoopOperation loop, IOperation? condition, bool isUntil, Env[] envs, IEnumerable<IOperation>? bottom = null)
    {
        var (goes, ends) = condition is null ? new Branches(envs, []) : Branches.Of(envs.Select(env => Branch(condition, env)));
        if (isUntil)
        {
            (goes, ends) = (ends, goes);
        }

        Env[] last = [.. Execute(loop.Body, goes), .. _frame.Arrived(loop.ContinueLabel)];
        Execute(bottom ?? [], Env.Few(last));
        return Env.Few([.. ends, .. _frame.Arrived(loop.ExitLabel)]);
    }

    private Env[] Until(IWhileLoopOperation loop, Env[] envs)
    {
        var last = Env.Few([.. Execute(loop.Body, envs), .. _frame.Arrived(loop.ContinueLabel)]);
        var (goes, ends) = loop.Condition is { } condition ? Branches.Of(last.Select(env => Branch(condition, env))) : new Branches(last, last);
        return Env.Few([.. loop.ConditionIsUntil ? goes : ends, .. _frame.Arrived(loop.ExitLabel)]);
    }

    // An exception can come from anywhere in the block.
    private Env[] Try(ITryOperation trying, Env[] envs)
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
            return Env.Few(after);
        }

        Execute(last, trying.Catches.Aggregate(interrupted, (known, handler) => Interrupted(known, handler)));
        _frame.ForgetOnJumps(Written.Within(last).ToArray());
        return Interrupted(Env.Few(after), last);
    }

    private static Env[] Interrupted(Env[] envs, IOperation? operation)
    {
        var assigned = Written.Within(operation).ToArray();
        return Env.Few(Env.Join(envs.Select(env => env.Forget(assigned)).ToArray()));
    }

    /// <summary>A lambda: it sees what never changes, and runs for what it does.</summary>
    private Outcome[] Later(IOperation function, IBlockOperation? body, Env env)
    {
        if (!(_isTree && _frame.Depth == 0))
        {
            RunApart(body, env.Keep(_frame.Facts.NeverChanges, withFacts: true));
        }

        return Outcomes.Of(env, Value.Unknown);
    }

    // It can be called before what conditions said was so.
    private Env[] LocalFunction(ILocalFunctionOperation function, Env[] envs)
    {
        foreach (var env in envs)
        {
            RunApart(function.Body, env.Keep(_frame.Facts.NeverChanges, withFacts: false));
        }

        return envs;
    }

    private void RunApart(IBlockOperation? body, Env env)
    {
        var frame = _frame;
        _frame = new Frame(frame.Caller, frame.Facts) { Symbol = frame.Symbol, Call = frame.Call };
        Execute(body, [env]);
        _frame = frame;
    }
}
