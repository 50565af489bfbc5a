namespace Apm.Analyzers.Values;

/// <summary>One of the ways in which an expression can end: its value, and what is known afterwards.</summary>
internal readonly record struct Outcome(Env Env, Value Value);

internal static class Outcomes
{
    public static Outcome[] Of(Env env, Value value) => [new Outcome(env, value)];

    public static Outcome[] Unknown(IEnumerable<Env> envs) => envs.Select(env => new Outcome(env, Value.Unknown)).ToArray();

    /// <summary>What is known on each way, one by one.</summary>
    public static Env[] Ends(this Outcome[] outcomes) => Array.ConvertAll(outcomes, outcome => outcome.Env);

    public static Env[] Envs(this Outcome[] outcomes) =>
        outcomes.Length == 1 ? [outcomes[0].Env] : Env.Join(outcomes.Ends());

    public static Outcome[] Map(this Outcome[] outcomes, Func<Value, Value> value) =>
        Array.ConvertAll(outcomes, outcome => outcome with { Value = value(outcome.Value) });

    public static Outcome[] Then(this Outcome[] outcomes, Func<Env, Value, Outcome[]> next)
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

    /// <summary>At most <see cref="Env.Most"/>; beyond, what is not common to all is unknown.</summary>
    public static Outcome[] Few(Outcome[] outcomes)
    {
        if (outcomes.Length <= Env.Most)
        {
            return outcomes;
        }

        var first = outcomes[0].Value;
        return Of(
            outcomes.Select(outcome => outcome.Env).Aggregate((left, right) => left.Common(right)),
            outcomes.All(outcome => outcome.Value.Equals(first)) ? first : Value.Unknown);
    }
}
