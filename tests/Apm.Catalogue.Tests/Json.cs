using System.Text.Json;
using System.Text.Json.Nodes;

namespace Apm.Catalogue.Tests;

/// <summary>Members of a body by their dotted path.</summary>
internal static class Json
{
    public static JsonNode? Get(JsonObject body, string path) => path.Split('.').Aggregate((JsonNode?)body, (node, name) => node?[name]);

    /// <summary>Sets a member, and makes the objects above it.</summary>
    public static void Set(JsonObject body, string path, JsonNode value)
    {
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(body, (node, name) => node[name] as JsonObject ?? Add(node, name));
        parent[names[^1]] = value.DeepClone();
    }

    public static void Remove(JsonObject body, string path)
    {
        var parent = path.LastIndexOf('.') is >= 0 and var dot ? Get(body, path[..dot]) : body;
        (parent as JsonObject)?.Remove(path[(path.LastIndexOf('.') + 1)..]);
    }

    /// <summary>Removes an object without members.</summary>
    public static void RemoveEmpty(JsonObject body, string path)
    {
        if (Get(body, path) is JsonObject { Count: 0 })
        {
            Remove(body, path);
        }
    }

    public static JsonElement Element(JsonNode json) => JsonDocument.Parse(json.ToJsonString()).RootElement;

    private static JsonObject Add(JsonObject node, string name)
    {
        var added = new JsonObject();
        node[name] = added;
        return added;
    }
}
