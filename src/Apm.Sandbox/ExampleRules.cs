using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Changes an example until it violates no rule about several fields.</summary>
/// <param name="root">The root object of the body.</param>
/// <param name="make">Creates a value for a field.</param>
internal sealed class ExampleRules(FieldModel root, Func<FieldModel, JsonNode> make)
{
    // Rules that contradict each other can never all be met.
    private const int MaxRounds = 10;

    public void Keep(JsonObject body, IReadOnlyList<RuleModel> rules)
    {
        var isBroken = true;
        for (var round = 0; isBroken && round < MaxRounds; round++)
        {
            isBroken = false;
            foreach (var rule in rules)
            {
                using var json = JsonDocument.Parse(body.ToJsonString());
                var violations = new List<BodyViolation>();
                RuleInterpreter.Check(rule, json.RootElement, violations);
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
            case RuleKind.Forbid:
                members.Remove(place);
                break;
            case RuleKind.Length:
                members.Set(place, make(members.Field(place) with { Length = rule.Length }));
                break;
            case RuleKind.CombinedLength:
                Shorten(rule, place, Dotted.Find(body, place)!.Value.GetArrayLength(), members);
                break;
            case RuleKind.Equal:
                var item = rule.List is null ? "" : place[..(place.IndexOf(']', StringComparison.Ordinal) + 1)];
                var sum = SumInterpreter.Value(rule.To!, path =>
                    ExampleMembers.Find(body, rule.List is null ? path : path.Replace(rule.List + "[]", item, StringComparison.Ordinal)));
                members.Set(place, ExampleRequest.NumberOf(members.Field(place), sum is { } value ? (long)value : 0));
                break;
            default:
                members.Set(place, make(members.Field(place)));
                break;
        }
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
