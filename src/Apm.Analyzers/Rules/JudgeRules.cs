using Apm.Analyzers.Constraints;
using Apm.Analyzers.Flow;
using Apm.Analyzers.Values;

namespace Apm.Analyzers.Rules;

/// <summary>Whether a request keeps the rules that tie its fields together, as far as its initialiser tells.</summary>
internal static class JudgeRules
{
    public static void Run(RequestRules rules, RecordValue request, UsageContext context, Report report)
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
                case "required":
                    foreach (var path in rule.Paths)
                    {
                        Require(rules, rule, fields.At(path), report);
                    }

                    break;
                case "forbidden":
                    foreach (var path in rule.Paths)
                    {
                        Forbid(rules, rule, fields.At(path), report);
                    }

                    break;
                case "all-or-none":
                    Group(rules, rule, rule.Paths.Select(fields.At).ToArray(), report);
                    break;
            }
        }
    }

    private static void Require(RequestRules rules, RequestRule rule, RequestField field, Report report)
    {
        if (field.IsPresent == false)
        {
            report.Add(UsageRules.Missing, new Origin(field.Creation), $"{field.Path} of {rules.Method} is missing{When(rule)}{Because(rule)}{Report.Source(rules.Spec, "a rule")}", (FixData.Member, field.Member));
        }
    }

    private static void Forbid(RequestRules rules, RequestRule rule, RequestField field, Report report)
    {
        if (field is { IsPresent: true, Assignment: { } assignment })
        {
            report.Add(UsageRules.Forbidden, new Origin(assignment), $"{field.Path} of {rules.Method} must not be set{When(rule)}{Because(rule)}{Report.Source(rules.Spec, "a rule")}", (FixData.Member, field.Member));
        }
    }

    private static void Group(RequestRules rules, RequestRule rule, RequestField[] fields, Report report)
    {
        var present = fields.FirstOrDefault(field => field.IsPresent == true);
        var missing = fields.Where(field => field.IsPresent == false).ToArray();
        if (present is { Assignment: { } assignment } && missing.Length > 0)
        {
            report.Add(UsageRules.Forbidden, new Origin(assignment),
                $"{present.Path} of {rules.Method} is set without {string.Join(", ", missing.Select(field => field.Path))}: all of them are set, or none{When(rule)}{Because(rule)}{Report.Source(rules.Spec, "a rule")}",
                (FixData.Member, present.Member));
        }
    }

    private static string When(RequestRule rule) => rule.When.Length == 0 ? "" : $", when {string.Join(" and ", rule.When.Select(condition => condition.Describe()))}";

    private static string Because(RequestRule rule) => rule.Because is { } because ? $": {because}" : "";
}
