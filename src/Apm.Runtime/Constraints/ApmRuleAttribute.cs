namespace Apm;

/// <summary>A rule that ties several fields of a request together.</summary>
/// <param name="kind">Which rule, such as <c>required</c>, <c>forbidden</c>, <c>all-or-none</c> or <c>equal</c>.</param>
/// <param name="paths">The dotted JSON paths of the fields that the rule is about; a list is written <c>items[]</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApmRuleAttribute(string kind, params string[] paths) : Attribute
{
    /// <summary>Which rule.</summary>
    public string Kind { get; } = kind;

    /// <summary>The dotted JSON paths of the fields that the rule is about.</summary>
    public string[] Paths { get; } = paths;

    /// <summary>The conditions under which the rule holds, all of them; null where it always does.</summary>
    /// <remarks>
    /// <c>path</c>: the field has a value. <c>!path</c>: it has none. <c>path = a|b</c>: its value is one of these, and an
    /// empty alternative, as in <c>a|</c>, means that it may also be absent. <c>path != a|b</c>: it has a value and it is
    /// none of these. <c>path ^= a|b</c>: its value begins with one of these.
    /// </remarks>
    public string[]? When { get; set; }

    /// <summary>What the field of an <c>equal</c> rule is equal to: paths and whole numbers with <c>+</c>, <c>-</c> and <c>*</c> between them, or <c>sum(items[].path)</c>.</summary>
    public string? To { get; set; }

    /// <summary>The reason that the spec gives, for people.</summary>
    public string? Because { get; set; }
}
