using Apm.Specs.Model;

namespace Apm.Catalogue.Tests.Page;

/// <summary>A rule in words.</summary>
internal static class RuleText
{
    public static string Of(RuleModel rule)
    {
        var paths = Paths(rule.Paths);
        var said = rule.Kind switch
        {
            RuleKind.Require => paths + " required",
            RuleKind.Forbid => paths + " not allowed",
            RuleKind.AllOrNone => $"all or none of {paths}",
            RuleKind.Length => $"{paths} of {Length(rule.Length!)} characters",
            RuleKind.CombinedLength => $"{paths} of {Length(rule.Length!)} characters together",
            _ => $"{paths} is `{rule.ToText}`",
        };
        var when = rule.When.IsEmpty ? "" : ", where " + string.Join(" and ", rule.When.Select(Condition));
        return said + when + (rule.Because is { } reason ? $" – {reason}" : "");
    }

    private static string Condition(ConditionModel condition) => $"`{condition.Path}` " + condition.Test switch
    {
        ConditionTest.Present => "is there",
        ConditionTest.Absent => "is not there",
        ConditionTest.OneOf => "is " + Values(condition),
        ConditionTest.NoneOf => "is not " + Values(condition),
        _ => "begins with " + Values(condition),
    };

    private static string Values(ConditionModel condition) => string.Join(" or ", condition.Values);

    private static string Paths(IEnumerable<string> paths) => string.Join(", ", paths.Select(path => $"`{path}`"));

    private static string Length(LengthModel length) => (length.Min, length.Max) switch
    {
        var (min, max) when min == max => $"{min}",
        (0, { } max) => $"at most {max}",
        var (min, max) => max is null ? $"at least {min}" : $"{min} to {max}",
    };
}
