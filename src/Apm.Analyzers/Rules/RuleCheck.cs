using System.Globalization;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Checks whether a request meets the rules about several fields, as far as its initializer shows.</summary>
internal static class RuleCheck
{
    public static void Run(RequestRules rules, RecordValue request, UsageContext context, FindingSink report)
    {
        foreach (var rule in rules.Rules)
        {
            var items = rule.List is not { } list ? 1 : (new RequestFields(request, context).At(list).Value as ListValue)?.Items.Length ?? 0;
            for (var item = 0; item < items; item++)
            {
                Run(rules, rule, new RequestFields(request, context, item), report);
            }
        }
    }

    private static void Run(RequestRules rules, RequestRule rule, RequestFields fields, FindingSink report)
    {
        if (!Hold(rule.When, fields) || (rule.AnyOf.Length > 0 && !rule.AnyOf.Any(alternative => Hold(alternative, fields))))
        {
            return;
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
            case RuleKind.AtMostOne:
                AtMostOne(rules, rule, rule.Paths.Select(fields.At).ToArray(), report);
                break;
            case RuleKind.AtLeastOne:
                AtLeastOne(rules, rule, rule.Paths.Select(fields.At).ToArray(), report);
                break;
            case RuleKind.Values or RuleKind.Range or RuleKind.Pattern:
                Value(rules, rule, fields.At(rule.Paths[0]), report);
                break;
            case RuleKind.Length:
                Length(rules, rule, fields.At(rule.Paths[0]), report);
                break;
            case RuleKind.CombinedLength:
                CombinedLength(rules, rule, fields, report);
                break;
            case RuleKind.Equal when rule.To is { } to:
                Equal(rules, rule, fields.At(rule.Paths[0]), FieldSum.Of(to, fields), report);
                break;
        }
    }

    private static bool Hold(IEnumerable<ConditionModel> conditions, RequestFields fields) =>
        conditions.All(condition => fields.Holds(condition) == true);

    private static void AtMostOne(RequestRules rules, RequestRule rule, RequestField[] fields, FindingSink report)
    {
        var present = fields.Where(field => field.IsPresent == true).ToArray();
        foreach (var field in present.Skip(1))
        {
            if (field.Assignment is { } assignment)
            {
                report.Add(UsageDescriptors.Forbidden, new Origin(assignment), Message(rules, rule, field, present[0]), (FixProperties.Member, field.Member));
            }
        }
    }

    private static void AtLeastOne(RequestRules rules, RequestRule rule, RequestField[] fields, FindingSink report)
    {
        if (fields.All(field => field.IsPresent == false && !field.MayBePreset))
        {
            report.Add(
                UsageDescriptors.Missing,
                new Origin(fields[0].Creation),
                Message(rules, rule, fields[0], fields.Skip(1).ToArray()),
                (FixProperties.Member, fields[0].Member));
        }
    }

    private static void Value(RequestRules rules, RequestRule rule, RequestField field, FindingSink report)
    {
        if (field is not { Value: ConstantValue { Origin: var origin }, Text: { } text })
        {
            return;
        }

        var (isWrong, descriptor) = rule.Kind switch
        {
            RuleKind.Values => (!rule.Values.Contains(text), UsageDescriptors.Value),
            RuleKind.Range => (
                field.Value is ConstantValue { Constant: long number } && (number < rule.Length.Min || number > rule.Length.Max),
                UsageDescriptors.Range),
            _ => (rule.Pattern?.Matches(text) == false, UsageDescriptors.Characters),
        };
        if (isWrong)
        {
            report.Add(descriptor, origin, $"{MessageText.Of(text)} is not accepted; {Message(rules, rule, field)}");
        }
    }

    private static void Length(RequestRules rules, RequestRule rule, RequestField field, FindingSink report)
    {
        if (field.Value is { } value && TextLength.Of(value) is var (min, max) && (min > rule.Length.Max || max < rule.Length.Min))
        {
            report.Add(UsageDescriptors.Length, OriginOf(value, field.Assignment), Message(rules, rule, field));
        }
    }

    private static void CombinedLength(RequestRules rules, RequestRule rule, RequestFields fields, FindingSink report)
    {
        var path = rule.Paths[0];
        var list = fields.At(path.Substring(0, path.IndexOf("[]", StringComparison.Ordinal)));
        if (list is not { Value: ListValue { Items: var items }, Assignment: { } assignment })
        {
            return;
        }

        var (min, max) = (0L, 0L);
        for (var item = 0; item < items.Length; item++)
        {
            var text = fields.Item(item).At(path);
            var (least, most) = text.Value is { } value ? TextLength.Of(value) ?? (0, long.MaxValue) : (0, text.IsPresent == false ? 0 : long.MaxValue);
            (min, max) = (min + least, most > long.MaxValue - max ? long.MaxValue : max + most);
        }

        if (min > rule.Length.Max || max < rule.Length.Min)
        {
            report.Add(UsageDescriptors.Length, new Origin(assignment), Message(rules, rule, list));
        }
    }

    private static void Equal(RequestRules rules, RequestRule rule, RequestField field, (long Amount, string? Code)? sum, FindingSink report)
    {
        if (sum is var (total, code)
            && field is { Value: MoneyValue { MinorUnits: { } amount, Code: { } currency, Origin: var place } }
            && (code ?? currency) == currency
            && amount != total)
        {
            report.Add(
                UsageDescriptors.Sum,
                place,
                $"{CurrencyText.Format(amount, currency)} is not {CurrencyText.Format(total, currency)}; {Message(rules, rule, field)}");
        }
        else if (sum is var (expected, _) && field is { Value: ConstantValue { Constant: long written, Origin: var origin } } && written != expected)
        {
            report.Add(
                UsageDescriptors.Sum,
                origin,
                $"{written.ToString(CultureInfo.InvariantCulture)} is not {expected.ToString(CultureInfo.InvariantCulture)}; {Message(rules, rule, field)}");
        }
    }

    private static Origin? OriginOf(Value value, SyntaxNode? assignment) =>
        value is ConstantValue { Origin: var origin } ? origin : assignment is null ? null : new Origin(assignment);

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

    private static LengthModel LengthOf(RequestRule rule) => new((int)rule.Length.Min, rule.Length.Max > int.MaxValue ? null : (int)rule.Length.Max);

    private static RangeModel RangeOf(RequestRule rule) =>
        new(rule.Length.Min == long.MinValue ? null : rule.Length.Min, rule.Length.Max == long.MaxValue ? null : rule.Length.Max);

    private static string Members(RequestField[] fields, RequestField present) =>
        fields.All(field => field.Creation == present.Creation) ? string.Join(",", fields.Select(field => field.Member)) : "";

    private static string Message(RequestRules rules, RequestRule rule, RequestField field, params RequestField[] missing)
    {
        var requirement = rule.Kind switch
        {
            RuleKind.Length => "must have " + ConstraintText.Length(LengthOf(rule)),
            RuleKind.CombinedLength => $"must have {ConstraintText.Length(LengthOf(rule))} in total",
            RuleKind.Equal => "must equal " + rule.To,
            RuleKind.Values => "must be one of " + MessageText.Some(rule.Values),
            RuleKind.Range => "must be " + ConstraintText.Range(RangeOf(rule)),
            RuleKind.Pattern => "must match " + TextCheck.Written(rule.Pattern?.Pattern ?? ""),
            _ => RuleText.Presence(rule.Kind, missing.Select(other => FindingSink.Named(other.Name, other.Path, null))),
        };
        var reason = RuleText.When(rule.When, rule.AnyOf, path => path) + RuleText.Because(rule.Because);
        return $"{FindingSink.Named(field.Name, field.Path, rules.Method)} {requirement}{reason}{FindingSink.Source(rules.Spec, "rules")}";
    }
}
