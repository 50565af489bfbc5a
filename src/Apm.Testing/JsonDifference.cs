using System.Text.Json.Nodes;

namespace Apm.Testing;

/// <summary>Compares two JSON values member for member.</summary>
internal static class JsonDifference
{
    /// <summary>One sentence for each difference.</summary>
    public static IEnumerable<string> Between(string recorded, string written) => Between(JsonNode.Parse(recorded), JsonNode.Parse(written), "$");

    private static IEnumerable<string> Between(JsonNode? recorded, JsonNode? written, string path) => (recorded, written) switch
    {
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key)).SelectMany(name =>
            !other.ContainsKey(name) ? [$"{path}.{name} is lost"]
            : !one.ContainsKey(name) ? [$"{path}.{name} is added: {other[name]?.ToJsonString()}"]
            : Between(one[name], other[name], path + "." + name)),
        (JsonArray one, JsonArray other) when one.Count == other.Count => one.SelectMany((item, index) => Between(item, other[index], $"{path}[{index}]")),
        _ => JsonNode.DeepEquals(recorded, written) ? [] : [$"{path} is {Text(recorded)} in the exchange, but the generated code writes {Text(written)}"],
    };

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
