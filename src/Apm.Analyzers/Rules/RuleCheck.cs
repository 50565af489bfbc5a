using Apm.Specs;

namespace Apm.Analyzers;

/// <summary>Checks whether a request meets the rules about several fields, as far as its initializer shows.</summary>
internal static class RuleCheck
{
    public static void Run(RequestRules rules, RecordValue request, UsageContext context, FindingSink report)
    {
        foreach (var rule in rules.Rules)
        {
            var fields = new RequestFields(request, context);
            if (!rule.When.All(condition => fields.Holds(condition) == true))
            {
                continue;
            }

            switch (rule.Kind)
            {
                case RuleKind.Require:
                    foreach (var path in rule.Paths)
                    {
                        Require(rules, rule, fields.At(path), report);
                    }

                    break;
                case RuleKind.Forbid:
                    foreach (var path in rule.Paths)
                    {
                        Forbid(rules, rule, fields.At(path), report);
                    }

                    break;
                case RuleKind.AllOrNone:
                    Group(rules, rule, rule.Paths.Select(fields.At).ToArray(), report);
                    break;
            }
        }
    }

    private static void Require(RequestRules rules, RequestRule rule, RequestField field, FindingSink report)
    {
        if (field.IsPresent == false)
        {
            report.Add(
                UsageDescriptors.Missing,
                new Origin(field.Creation),
                Message(rules, rule, field),
                (FixProperties.Member, field.Member));
        }
    }

    private static void Forbid(RequestRules rules, RequestRule rule, RequestField field, FindingSink report)
    {
        if (field is { IsPresent: true, Assignment: { } assignment })
        {
            report.Add(
                UsageDescriptors.Forbidden,
                new Origin(assignment),
                Message(rules, rule, field),
                (FixProperties.Member, field.Member));
        }
    }

    private static void Group(RequestRules rules, RequestRule rule, RequestField[] fields, FindingSink report)
    {
        var present = fields.FirstOrDefault(field => field.IsPresent == true);
        var missing = fields.Where(field => field.IsPresent == false).ToArray();
        if (present is { Assignment: { } assignment } && missing.Length > 0)
        {
            var set = fields.Where(field => field.Assignment is not null && field.IsPresent != false).ToArray();
            report.Add(
                UsageDescriptors.Forbidden,
                new Origin(assignment),
                Message(rules, rule, present, missing),
                (FixProperties.Member, present.Member),
                (FixProperties.Rest, Members(missing, present)),
                (FixProperties.Set, Members(set, present)));
        }
    }

    private static string Members(RequestField[] fields, RequestField present) =>
        fields.All(field => field.Creation == present.Creation) ? string.Join(",", fields.Select(field => field.Member)) : "";

    private static string Message(RequestRules rules, RequestRule rule, RequestField field, params RequestField[] missing)
    {
        var requirement = RuleText.Presence(rule.Kind, missing.Select(other => FindingSink.Named(other.Name, other.Path, null)));
        var reason = RuleText.When(rule.When, path => path) + RuleText.Because(rule.Because);
        return $"{FindingSink.Named(field.Name, field.Path, rules.Method)} {requirement}{reason}{FindingSink.Source(rules.Spec, "rules")}";
    }
}
