namespace Apm.Analyzers;

/// <summary>The ways on which a condition holds, and those on which it does not.</summary>
internal sealed record Branches(PathState[] True, PathState[] False)
{
    public static Branches Of(PathState env, bool holds) => holds ? new Branches([env], []) : new Branches([], [env]);

    public static Branches Of(IEnumerable<Branches> branches)
    {
        var all = branches as Branches[] ?? branches.ToArray();
        return all.Length == 1
            ? all[0]
            : new Branches(PathState.Widen([.. all.SelectMany(each => each.True)]), PathState.Widen([.. all.SelectMany(each => each.False)]));
    }

    public Branches Negated => new(False, True);
}
