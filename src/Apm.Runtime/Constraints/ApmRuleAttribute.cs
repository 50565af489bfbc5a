namespace Apm;

/// <summary>A rule that ties several fields of a request together.</summary>
/// <param name="kind"><c>required</c>, <c>forbidden</c>, <c>all-or-none</c>, or another that needs the whole request to be judged.</param>
/// <param name="paths">The dotted JSON paths of the fields that the rule is about, from the body's root; the items of a list are <c>items[]</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApmRuleAttribute(string kind, params string[] paths) : Attribute
{
    /// <summary>Which rule.</summary>
    public string Kind { get; } = kind;

    /// <summary>The dotted JSON paths of the fields that the rule is about.</summary>
    public string[] Paths { get; } = paths;

    /// <summary>
    /// All that must hold for the rule to apply: <c>path</c>, it has a value; <c>!path</c>, it has none;
    /// <c>path = a|b</c>, its value is one of these, or, with an empty one among them, it has none;
    /// <c>path != a|b</c>, it has a value that is none of these; <c>path ^= a|b</c>, its value starts with one of these.
    /// </summary>
    public string[]? When { get; set; }

    /// <summary>The reason that the spec gives, for people.</summary>
    public string? Because { get; set; }
}
