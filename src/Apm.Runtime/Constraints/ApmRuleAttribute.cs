namespace Apm;

/// <summary>A rule about several fields of a request.</summary>
/// <param name="kind">The rule's key in the spec: <c>require</c>, <c>forbid</c>, <c>all-or-none</c>, <c>length</c>,
/// <c>combined-length</c>, <c>equal</c>, <c>at-most-one</c>, <c>at-least-one</c>, <c>values</c>, <c>range</c> or <c>pattern</c>.</param>
/// <param name="paths">The dotted JSON paths of the fields that the rule is about; a list is written <c>items[]</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApmRuleAttribute(string kind, params string[] paths) : Attribute
{
    /// <summary>The rule's key in the spec.</summary>
    public string Kind { get; } = kind;

    /// <summary>The dotted JSON paths of the fields that the rule is about.</summary>
    public string[] Paths { get; } = paths;

    /// <summary>The conditions of the rule. The rule holds if all of them are met. Null for a rule that always holds.</summary>
    /// <remarks>
    /// <c>path</c>: the field is set. <c>!path</c>: it is not set. <c>path = a|b</c>: its value is one of these. <c>path != a|b</c>:
    /// it is set to none of these. <c>path ^= a|b</c>: its value starts with one of these. With a question mark before the sign, as in
    /// <c>path ?= a</c>, the field may also be absent. A backslash escapes a backslash, a bar in a value, a blank in a path, and an
    /// exclamation mark at the start of a path. <c>path.$currency</c> is the currency of money. With a number and a bar before it, as in
    /// <c>1 | path</c>, a condition belongs to an alternative: of all alternatives, one must be met.
    /// </remarks>
    public string[]? When { get; set; }

    /// <summary>The minimum of a <c>length</c> or <c>combined-length</c> rule, in Unicode code points, or of a <c>range</c> rule.</summary>
    public long Min { get; set; }

    /// <summary>The maximum of such a rule; <see cref="long.MaxValue"/> if there is no maximum.</summary>
    public long Max { get; set; } = long.MaxValue;

    /// <summary>The allowed values of a <c>values</c> rule.</summary>
    public string[]? Values { get; set; }

    /// <summary>The .NET regular expression of a <c>pattern</c> rule, anchored at both ends.</summary>
    public string? Pattern { get; set; }

    /// <summary>What the field of an <c>equal</c> rule must equal: paths and whole numbers with <c>+</c>, <c>-</c> and <c>*</c>
    /// between them, or <c>sum(items[].path)</c>. A path with a question mark and a number, such as <c>count?1</c>, has this value if the
    /// field is absent; without it, an absent field is 0.</summary>
    public string? To { get; set; }

    /// <summary>The reason that the spec states, as text.</summary>
    public string? Because { get; set; }
}
