using System.Text.Json;
using System.Text.Json.Nodes;

namespace Apm.Sandbox;

/// <summary>Gets and sets members by dotted path, as specs name them.</summary>
internal static class Dotted
{
    public static JsonElement? Find(JsonElement root, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out root) || root.ValueKind == JsonValueKind.Null)
            {
                return null;
            }
        }

        return root;
    }

    public static string? Text(JsonElement root, string path) =>
        Find(root, path) is { ValueKind: JsonValueKind.String } found ? JsonText.Read(found) : null;

    // A gateway may send an id as a number.
    public static string? TextOrNumber(JsonElement root, string path) =>
        Find(root, path) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(root, path);

    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var last = path.LastIndexOf('.');
        var parent = last < 0 ? root : Object(root, path[..last]);
        parent[path[(last + 1)..]] = value;
    }

    /// <summary>The member at a path; null if there is none.</summary>
    public static JsonNode? Get(JsonObject root, string path) => path.Split('.').Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name]);

    public static void Remove(JsonObject root, string path)
    {
        var last = path.LastIndexOf('.');
        ((last < 0 ? root : Get(root, path[..last])) as JsonObject)?.Remove(path[(last + 1)..]);
    }

    /// <summary>The object at a path. It is created if it does not exist.</summary>
    public static JsonObject Object(JsonObject root, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (root[name] is not JsonObject child)
            {
                root[name] = child = [];
            }

            root = child;
        }

        return root;
    }
}
