namespace Apm.Specs;

/// <summary>Rules that tie several fields together, in words.</summary>
public static class RuleText
{
    /// <summary>A whole rule as one sentence.</summary>
    /// <param name="name">How a field is named, by its path.</param>
    public static string Of(RuleModel rule, Func<string, string> name)
    {
        var fields = string.Join(", ", rule.Paths.Select(name));
        var must = rule.Kind switch
        {
            RuleKind.AllOrNone => $"all or none of {fields} must be set",
            RuleKind.AtMostOne => $"at most one of {fields} must be set",
            RuleKind.AtLeastOne => $"at least one of {fields} must be set",
            _ => $"{fields} {Requirement(rule, rule.Paths[0], name)}",
        };
        return must + When(rule, name) + Because(rule.Because);
    }

    /// <summary>What the rule requires of one of its fields, to follow the field's name.</summary>
    public static string Requirement(RuleModel rule, string path, Func<string, string> name) => rule.Kind switch
    {
        RuleKind.Length => "must have " + ConstraintText.Length(rule.Length!),
        RuleKind.CombinedLength => $"must have {ConstraintText.Length(rule.Length!)} in total",
        RuleKind.Equal => "must equal " + rule.ToText,
        RuleKind.Values => "must be one of " + string.Join(", ", rule.Values),
        RuleKind.Range => "must be " + ConstraintText.Range(rule.Range!),
        RuleKind.Pattern => "must match " + rule.Pattern!.Text,
        _ => Presence(rule.Kind, rule.Paths.Where(other => other != path).Select(name)),
    };

    /// <summary>What a rule about the presence of fields requires of one of them, to follow the field's name.</summary>
    /// <param name="others">The names of the other fields that the field must be set together with.</param>
    public static string Presence(RuleKind kind, IEnumerable<string> others) => kind switch
    {
        RuleKind.Require => "must be set",
        RuleKind.Forbid => "must not be set",
        RuleKind.AtMostOne => "must not be set together with " + string.Join(", ", others),
        RuleKind.AtLeastOne => "must be set, or one of " + string.Join(", ", others),
        _ => "must be set together with " + string.Join(", ", others),
    };

    /// <summary>Such as <c> when a is set and b is x or y</c>; empty where the rule always holds.</summary>
    public static string When(IReadOnlyCollection<ConditionModel> conditions, Func<string, string> name) =>
        conditions.Count == 0 ? "" : " when " + All(conditions, name);

    /// <summary>The same with the alternatives of the rule, such as <c> when a is set, or when b is x</c>.</summary>
    public static string When(RuleModel rule, Func<string, string> name) => When(rule.When, rule.AnyOf, name);

    public static string When<T>(IReadOnlyCollection<ConditionModel> conditions, IReadOnlyCollection<T> alternatives, Func<string, string> name)
        where T : IReadOnlyCollection<ConditionModel> => alternatives.Count == 0
        ? When(conditions, name)
        : When(conditions, name) + (conditions.Count == 0 ? " when " : ", and when ")
            + string.Join(", or when ", alternatives.Select(alternative => All(alternative, name)));

    private static string All(IEnumerable<ConditionModel> conditions, Func<string, string> name) => string.Join(
        " and ",
        conditions.Select(condition => (condition.IsCurrency ? "the currency of " : "") + name(condition.Path) + " " + Test(condition)));

    /// <summary>The reason, after a colon; empty where there is none.</summary>
    public static string Because(string? reason) => reason is null ? "" : ": " + reason;

    private static string Test(ConditionModel condition) => condition.Test switch
    {
        ConditionTest.Present => "is set",
        ConditionTest.Absent => "is not set",
        ConditionTest.OneOf => "is " + Values(condition),
        ConditionTest.NoneOf => "is not " + Values(condition),
        _ => "starts with " + Values(condition),
    };

    private static string Values(ConditionModel condition) =>
        string.Join(" or ", condition.IsMetByAbsence ? condition.Values.Append("not set") : condition.Values);
}
