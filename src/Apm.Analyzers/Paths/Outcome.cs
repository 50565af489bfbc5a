namespace Apm.Analyzers;

/// <summary>The result of an expression on one path: its value, and the state afterwards.</summary>
// A class, because the JIT compiles generic code again for each struct, which slows the start of the compiler.
internal sealed record Outcome(PathState Env, Value Value);

internal static class Outcomes
{
    public static Outcome[] Of(PathState env, Value value) => [new Outcome(env, value)];

    public static Outcome[] Unknown(IEnumerable<PathState> envs) => envs.Select(env => new Outcome(env, Value.Unknown)).ToArray();

    /// <summary>The state of each path.</summary>
    public static PathState[] Ends(this Outcome[] outcomes) => Array.ConvertAll(outcomes, outcome => outcome.Env);

    public static PathState[] Envs(this Outcome[] outcomes) =>
        outcomes.Length == 1 ? [outcomes[0].Env] : PathState.Join(outcomes.Ends());

    public static Outcome[] Map(this Outcome[] outcomes, Func<Value, Value> value) =>
        Array.ConvertAll(outcomes, outcome => outcome with { Value = value(outcome.Value) });

    public static Outcome[] Then(this Outcome[] outcomes, Func<PathState, Value, Outcome[]> next)
    {
        if (outcomes.Length == 1)
        {
            return next(outcomes[0].Env, outcomes[0].Value);
        }

        var all = new List<Outcome>();
        foreach (var outcome in outcomes)
        {
            all.AddRange(next(outcome.Env, outcome.Value));
        }

        return Few(all.ToArray());
    }

    /// <summary>Keeps at most <see cref="PathState.Most"/> outcomes. If there are more, only what all have in common is known.</summary>
    public static Outcome[] Few(Outcome[] outcomes)
    {
        if (outcomes.Length <= PathState.Most)
        {
            return outcomes;
        }

        var first = outcomes[0].Value;
        return Of(
            outcomes.Select(outcome => outcome.Env).Aggregate((left, right) => left.Meet(right)),
            outcomes.All(outcome => outcome.Value.Equals(first)) ? first : Value.Unknown);
    }
}
