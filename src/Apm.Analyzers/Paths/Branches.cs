namespace Apm.Analyzers;

/// <summary>The paths on which a condition is true, and the paths on which it is false.</summary>
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
