using System.Text.Json.Nodes;

namespace Apm.Sandbox.Tests;

internal static class Json
{
    public static string Text(JsonObject root, string path) => Find(root, path)!.GetValue<string>();

    public static JsonNode? Find(JsonObject root, string path) =>
        path.Split('.').Aggregate((JsonNode?)root, (json, name) => json?[name]);

    /// <summary>The same object with one member changed; null removes it.</summary>
    public static JsonObject With(JsonObject root, string path, JsonNode? value)
    {
        var copy = (JsonObject)root.DeepClone();
        var names = path.Split('.');
        var parent = (JsonObject)names[..^1].Aggregate((JsonNode)copy, (json, name) => json[name]!);
        if (value is null)
        {
            parent.Remove(names[^1]);
        }
        else
        {
            parent[names[^1]] = value;
        }

        return copy;
    }
}
