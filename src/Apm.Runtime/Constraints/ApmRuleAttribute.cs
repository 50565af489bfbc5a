namespace Apm;

/// <summary>A rule that ties several fields of a request together.</summary>
/// <param name="kind">Which rule, such as <c>required-when</c>, <c>forbidden-when</c>, <c>all-or-none</c> or <c>sum</c>.</param>
/// <param name="paths">The dotted JSON paths of the fields that the rule is about.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApmRuleAttribute(string kind, string[] paths) : Attribute
{
    /// <summary>Which rule.</summary>
    public string Kind { get; } = kind;

    /// <summary>The dotted JSON paths of the fields that the rule is about.</summary>
    public string[] Paths { get; } = paths;

    /// <summary>The dotted JSON path of the field on which the rule depends; null where it always holds.</summary>
    public string? WhenPath { get; set; }

    /// <summary>The values of that field with which the rule holds; null where its presence is enough.</summary>
    public string[]? WhenValues { get; set; }

    /// <summary>The reason that the spec gives, for people.</summary>
    public string? Because { get; set; }
}
