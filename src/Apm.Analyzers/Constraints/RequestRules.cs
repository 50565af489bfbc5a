using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The rules about several fields of a request.</summary>
internal sealed class RequestRules
{
    private RequestRules(string method, string spec, RequestRule[] rules) => (Method, Spec, Rules) = (method, spec, rules);

    /// <summary>The display name of the method.</summary>
    public string Method { get; }

    public string Spec { get; }

    public RequestRule[] Rules { get; }

    /// <returns>Null if the type has none.</returns>
    public static RequestRules? Read(INamedTypeSymbol type, KnownTypes types)
    {
        var (method, spec) = (type.Name, "");
        var rules = new List<RequestRule>();
        foreach (var (name, attribute) in types.AttributesOf(type))
        {
            switch (name)
            {
                case "Method":
                    (method, spec) = (attribute.Text(0) ?? method, attribute.Text(1) ?? spec);
                    break;
                case "Rule" when Rule(attribute) is { } rule:
                    rules.Add(rule);
                    break;
            }
        }

        return rules.Count == 0 ? null : new RequestRules(method, spec, rules.ToArray());
    }

    // A later version may have kinds of rules or conditions that this version does not know.
    private static RequestRule? Rule(AttributeData attribute)
    {
        return KebabCase.TryParse(attribute.Text(0) ?? "", out RuleKind kind) && ConditionCodec.Parse(attribute.Texts("When")) is var (when, anyOf)
            ? new RequestRule(kind, attribute.Texts(1), when, attribute.Text("Because"))
            {
                AnyOf = anyOf,
                Values = attribute.Texts("Values"),
                Pattern = attribute.Text("Pattern") is null ? null : TextConstraint.Read(attribute),
                Length = (attribute.Number("Min", 0), attribute.Number("Max", long.MaxValue)),
                To = attribute.Text("To"),
            }
            : null;
    }
}

/// <param name="Paths">Dotted JSON paths from the root.</param>
/// <param name="When">The conditions, all of which must hold.</param>
internal sealed record RequestRule(RuleKind Kind, string[] Paths, ConditionModel[] When, string? Because)
{
    private const string ItemMark = "[].";

    /// <summary>The alternatives, one of which must hold; empty if there are none.</summary>
    public ConditionModel[][] AnyOf { get; init; } = [];

    /// <summary>The allowed values of a <c>values</c> rule.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The pattern of a <c>pattern</c> rule.</summary>
    public TextConstraint? Pattern { get; init; }

    /// <summary>The length of a text, or of all texts of a list, in Unicode code points; the bounds of a <c>range</c> rule.</summary>
    public (long Min, long Max) Length { get; init; } = (0, long.MaxValue);

    /// <summary>What the field must equal; null if the rule does not compare.</summary>
    public string? To { get; init; }

    private IEnumerable<ConditionModel> Conditions => When.Concat(AnyOf.SelectMany(conditions => conditions));

    /// <summary>The list whose items are checked one by one; null if the whole request is checked.</summary>
    public string? List => Kind == RuleKind.CombinedLength ? null
        : Paths.Concat(Conditions.Select(condition => condition.Path)).FirstOrDefault(path => path.Contains(ItemMark)) is { } path
            ? path.Substring(0, path.IndexOf(ItemMark, StringComparison.Ordinal))
        : null;
}
