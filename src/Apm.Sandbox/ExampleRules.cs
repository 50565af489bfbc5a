using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Changes an example until it violates no rule about several fields.</summary>
/// <param name="api">The API of the gateway.</param>
/// <param name="root">The root object of the body.</param>
/// <param name="make">Creates a value for a field.</param>
/// <param name="complete">Adds the currencies that are beside amounts.</param>
internal sealed class ExampleRules(ApiModel api, FieldModel root, Func<FieldModel, JsonNode> make, Action<JsonObject> complete)
{
    // Rules that contradict each other can never all be met.
    private const int MaxRounds = 10;

    public void Keep(JsonObject body, IReadOnlyList<RuleModel> rules)
    {
        var interpreter = new RuleInterpreter(api, root);
        var isBroken = true;
        for (var round = 0; isBroken && round < MaxRounds; round++)
        {
            isBroken = false;
            foreach (var rule in rules)
            {
                complete(body);
                using var json = JsonDocument.Parse(body.ToJsonString());
                var violations = new List<BodyViolation>();
                interpreter.Check(rule, json.RootElement, violations);
                foreach (var place in violations.Select(violation => violation.Path["$.".Length..]))
                {
                    Change(rule, place, json.RootElement, new ExampleMembers(root, body, make));
                    isBroken = true;
                }
            }
        }
    }

    private void Change(RuleModel rule, string place, JsonElement body, ExampleMembers members)
    {
        switch (rule.Kind)
        {
            case RuleKind.Forbid or RuleKind.AtMostOne:
                members.Remove(place);
                break;
            case RuleKind.Length:
                members.Set(place, make(members.Field(place) with { Length = rule.Length }));
                break;
            case RuleKind.Values:
                members.Set(place, rule.Values[0]);
                break;
            case RuleKind.Range:
                var number = Math.Clamp(1, rule.Range!.Min ?? 1, rule.Range.Max ?? 1);
                members.Set(place, ExampleRequest.NumberOf(members.Field(place), number));
                break;
            case RuleKind.Pattern:
                members.Set(place, make(members.Field(place) with { Pattern = rule.Pattern, Default = null, Preset = null }));
                break;
            case RuleKind.Equal when rule.To!.IsMoney:
                if (new RuleMoney(api, root).Total(rule.To, Find) is var (total, currency))
                {
                    SetMoney(place, total, currency, members);
                }

                break;
            case RuleKind.CombinedLength:
                Shorten(rule, place, Dotted.Find(body, place)!.Value.GetArrayLength(), members);
                break;
            case RuleKind.Equal:
                var sum = SumInterpreter.Value(rule.To!, Find);
                members.Set(place, ExampleRequest.NumberOf(members.Field(place), sum is { } value ? (long)value : 0));
                break;
            default:
                members.Set(place, make(members.Field(place)));
                break;
        }

        JsonElement? Find(string path)
        {
            var item = rule.List is null ? "" : place[..(place.IndexOf(']', StringComparison.Ordinal) + 1)];
            return ExampleMembers.Find(body, rule.List is null ? path : path.Replace(rule.List + "[]", item, StringComparison.Ordinal));
        }
    }

    private void SetMoney(string place, long total, string? currency, ExampleMembers members)
    {
        var money = members.Field(place).Money!;
        var (writer, code) = (new MoneyMembers(api, api.Money), currency ?? money.Currencies.FirstOrDefault() ?? api.Currencies[0]);
        members.Set(place, money.CurrencyAt is null ? writer.Object(total, code) : writer.Amount(total, code));
    }

    // Each text gets its share of the combined length.
    private void Shorten(RuleModel rule, string list, int count, ExampleMembers members)
    {
        var member = rule.Paths[0][(rule.Paths[0].IndexOf("[]", StringComparison.Ordinal) + 2)..];
        var length = new LengthModel((rule.Length!.Min + count - 1) / count, rule.Length.Max / count);
        for (var index = 0; index < count; index++)
        {
            var place = $"{list}[{index}]{member}";
            members.Set(place, make(members.Field(place) with { Length = length }));
        }
    }
}
