using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Checks the rules about several fields of a body.</summary>
/// <param name="api">The API of the gateway, whose notation of money is used.</param>
/// <param name="root">The root object of the body.</param>
internal sealed class RuleInterpreter(ApiModel api, FieldModel root)
{
    private readonly RuleMoney _money = new(api, root);

    public void Check(RuleModel rule, JsonElement body, List<BodyViolation> violations)
    {
        if (rule.List is not { } path)
        {
            Judge(rule, field => Dotted.Find(body, field), field => "$." + field, violations);
            return;
        }

        if (Dotted.Find(body, path) is not { ValueKind: JsonValueKind.Array } list)
        {
            return;
        }

        var start = path + "[].";
        foreach (var (item, index) in list.EnumerateArray().Select((item, index) => (item, index)))
        {
            Judge(
                rule,
                field => field.StartsWith(start, StringComparison.Ordinal) ? Dotted.Find(item, field[start.Length..]) : Dotted.Find(body, field),
                field => $"$.{path}[{index}].{field[start.Length..]}",
                violations);
        }
    }

    /// <summary>Whether all conditions hold for a body. None is about the items of a list.</summary>
    public bool Hold(IEnumerable<ConditionModel> conditions, JsonElement body) => All(conditions, field => Dotted.Find(body, field));

    private bool All(IEnumerable<ConditionModel> conditions, Func<string, JsonElement?> find) => conditions.All(condition =>
        condition.IsCurrency ? HasCurrency(condition, _money.Currency(condition.Path, find)) : Holds(condition, find(condition.Path)));

    private void Judge(RuleModel rule, Func<string, JsonElement?> find, Func<string, string> at, List<BodyViolation> violations)
    {
        if (!All(rule.When, find) || (!rule.AnyOf.IsEmpty && !rule.AnyOf.Any(alternative => All(alternative, find))))
        {
            return;
        }

        var absent = rule.Paths.Where(path => find(path) is null).ToList();
        switch (rule.Kind)
        {
            case RuleKind.Require:
                violations.AddRange(absent.Select(path => new BodyViolation(at(path), BodyRule.Missing, Requirement(rule, path))));
                break;
            case RuleKind.Forbid:
                violations.AddRange(rule.Paths.Except(absent).Select(path => new BodyViolation(at(path), BodyRule.Forbidden, Requirement(rule, path))));
                break;
            case RuleKind.AllOrNone when absent.Count < rule.Paths.Count:
                violations.AddRange(absent.Select(path => new BodyViolation(at(path), BodyRule.Missing, Requirement(rule, path))));
                break;
            case RuleKind.Length when find(rule.Paths[0]) is { } text && !Fits(CodePoints(text), rule.Length!):
                violations.Add(new(at(rule.Paths[0]), BodyRule.Length, Requirement(rule, rule.Paths[0])));
                break;
            case RuleKind.AtMostOne:
                violations.AddRange(rule.Paths.Except(absent).Skip(1)
                    .Select(path => new BodyViolation(at(path), BodyRule.Forbidden, Requirement(rule, path))));
                break;
            case RuleKind.AtLeastOne when absent.Count == rule.Paths.Count:
                violations.Add(new(at(rule.Paths[0]), BodyRule.Missing, Requirement(rule, rule.Paths[0])));
                break;
            case RuleKind.Values when find(rule.Paths[0]) is { } value && !rule.Values.Contains(Text(value), StringComparer.Ordinal):
                violations.Add(new(at(rule.Paths[0]), BodyRule.Value, Requirement(rule, rule.Paths[0])));
                break;
            case RuleKind.Range when find(rule.Paths[0]) is { } value && Number(value) is { } number && !IsWithin(number, rule.Range!):
                violations.Add(new(at(rule.Paths[0]), BodyRule.Range, Requirement(rule, rule.Paths[0])));
                break;
            case RuleKind.Pattern when find(rule.Paths[0]) is { ValueKind: JsonValueKind.String } text
                && !TextInterpreter.Pattern(rule.Pattern!.Regex).IsMatch(JsonText.Read(text)):
                violations.Add(new(at(rule.Paths[0]), BodyRule.Characters, Requirement(rule, rule.Paths[0])));
                break;
            case RuleKind.Equal when rule.To!.IsMoney:
                if (find(rule.Paths[0]) is not null && !_money.IsEqual(rule.Paths[0], rule.To, find))
                {
                    violations.Add(new(at(rule.Paths[0]), BodyRule.Sum, Requirement(rule, rule.Paths[0])));
                }

                break;
            case RuleKind.Equal when find(rule.Paths[0]) is { } number && SumInterpreter.Value(rule.To!, find) != SumInterpreter.Number(number):
                violations.Add(new(at(rule.Paths[0]), BodyRule.Sum, Requirement(rule, rule.Paths[0])));
                break;
            case RuleKind.CombinedLength:
                CheckCombined(rule, find, violations);
                break;
        }
    }

    private static void CheckCombined(RuleModel rule, Func<string, JsonElement?> find, List<BodyViolation> violations)
    {
        var parts = rule.Paths[0].Split("[]");
        if (find(parts[0]) is not { ValueKind: JsonValueKind.Array } list)
        {
            return;
        }

        var texts = list.EnumerateArray().Select(item => parts[1].Length == 0 ? item : Dotted.Find(item, parts[1][1..]));
        if (!Fits(texts.Sum(text => text is { } found ? CodePoints(found) : 0L), rule.Length!))
        {
            violations.Add(new("$." + parts[0], BodyRule.Length, Requirement(rule, parts[0])));
        }
    }

    private static bool Holds(ConditionModel condition, JsonElement? value) => (condition.Test, value) switch
    {
        (ConditionTest.Present, _) => value is not null,
        (ConditionTest.Absent, _) => value is null,
        (_, null) => condition.IsMetByAbsence,
        (ConditionTest.OneOf, { } found) => condition.Values.Contains(Text(found), StringComparer.Ordinal),
        (ConditionTest.NoneOf, { } found) => !condition.Values.Contains(Text(found), StringComparer.Ordinal),
        (_, { } found) => condition.Values.Any(start => Text(found).StartsWith(start, StringComparison.Ordinal)),
    };

    // An unknown currency violates another rule.
    private static bool HasCurrency(ConditionModel condition, string? currency) =>
        currency is null ? condition.IsMetByAbsence : condition.Values.Contains(currency, StringComparer.Ordinal) == (condition.Test == ConditionTest.OneOf);

    private static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String => Scalars.Decimal(value, isText: true, decimals: null),
        _ => null,
    };

    private static bool IsWithin(decimal number, RangeModel range) => !(number < range.Min) && !(number > range.Max);

    /// <summary>A value in the form that conditions use.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    // A value that is not a text violates another rule.
    private static int CodePoints(JsonElement text) => text.ValueKind == JsonValueKind.String ? JsonText.CodePoints(JsonText.Read(text)) : 0;

    private static bool Fits(long count, LengthModel length) => count >= length.Min && !(count > length.Max);

    private static string Requirement(RuleModel rule, string path) =>
        $"Field {RuleText.Requirement(rule, path, Name)}{RuleText.When(rule, Name)}{RuleText.Because(rule.Because)}";

    private static string Name(string path) => path;
}
