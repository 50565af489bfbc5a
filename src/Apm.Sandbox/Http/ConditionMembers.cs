using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Conditions for members of a body: whether they hold, and members with which they do.</summary>
internal static class ConditionMembers
{
    private const string Invented = "sandbox";

    public static bool Holds(MemberConditionModel condition, JsonElement body)
    {
        var member = Dotted.Find(body, condition.Path);
        return condition.Test switch
        {
            ConditionTest.Present => member is not null,
            ConditionTest.Absent => member is null,
            _ => member is not null && (Scalars.Text(member) is { } text && condition.Values.Contains(text)) == (condition.Test == ConditionTest.OneOf),
        };
    }

    /// <summary>Whether all of them hold.</summary>
    public static bool Hold(IEnumerable<MemberConditionModel> conditions, JsonObject body)
    {
        using var parsed = JsonDocument.Parse(body.ToJsonString());
        return conditions.All(condition => Holds(condition, parsed.RootElement));
    }

    /// <summary>Changes members so that all conditions hold.</summary>
    public static void Meet(IEnumerable<MemberConditionModel> conditions, JsonObject body)
    {
        foreach (var condition in conditions.Where(condition => !Hold([condition], body)))
        {
            Set(body, condition.Path, condition.Test switch
            {
                ConditionTest.Present => new JsonObject(),
                ConditionTest.OneOf => Value(condition),
                ConditionTest.NoneOf => Invented,
                _ => null,
            });
        }
    }

    /// <summary>Changes a member so that not all conditions hold.</summary>
    public static void Miss(IReadOnlyList<MemberConditionModel> conditions, JsonObject body)
    {
        if (conditions.Count == 0 || !Hold(conditions, body))
        {
            return;
        }

        var condition = conditions[0];
        Set(body, condition.Path, condition.Test switch
        {
            ConditionTest.Absent => new JsonObject(),
            ConditionTest.NoneOf => Value(condition),
            ConditionTest.OneOf when condition is { IsJson: true, Values: ["true" or "false"] } => condition.Values[0] != "true",
            _ => null,
        });
    }

    private static void Set(JsonObject body, string path, JsonNode? value)
    {
        if (value is null)
        {
            Dotted.Remove(body, path);
        }
        else
        {
            Dotted.Set(body, path, value);
        }
    }

    private static JsonNode Value(MemberConditionModel condition) =>
        condition.IsJson ? JsonNode.Parse(condition.Values[0])! : JsonValue.Create(condition.Values[0]);
}
