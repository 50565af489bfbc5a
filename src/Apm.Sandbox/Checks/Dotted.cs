using System.Text.Json;
using System.Text.Json.Nodes;

namespace Apm.Sandbox.Checks;

/// <summary>Members by dotted path, as specs name them.</summary>
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

    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (root[name] is not JsonObject child)
            {
                root[name] = child = [];
            }

            root = child;
        }

        root[names[^1]] = value;
    }
}
