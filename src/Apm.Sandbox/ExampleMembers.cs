using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Gets and sets members of an example by path, such as <c>order.items[0].name</c>.</summary>
/// <param name="root">The root object of the body.</param>
/// <param name="body">The example.</param>
/// <param name="make">Creates missing objects above a member.</param>
internal sealed class ExampleMembers(FieldModel root, JsonObject body, Func<FieldModel, JsonNode> make)
{
    public FieldModel Field(string path) => Field(root, path);

    /// <summary>The field at a path, with or without indexes in its brackets.</summary>
    public static FieldModel Field(FieldModel root, string path) =>
        Parts(path).Aggregate(root, (field, part) => IsIndex(part) ? field.Item : field.Member(part)!);

    public void Set(string path, JsonNode value)
    {
        var parts = Parts(path).ToList();
        JsonNode parent = body;
        var field = root;
        foreach (var part in parts.SkipLast(1))
        {
            field = IsIndex(part) ? field.Item : field.Member(part)!;
            parent = IsIndex(part) ? parent[Index(part)]! : parent[part] ??= make(field);
        }

        if (IsIndex(parts[^1]))
        {
            parent[Index(parts[^1])] = value;
        }
        else
        {
            parent[parts[^1]] = value;
        }
    }

    public void Remove(string path)
    {
        var parts = Parts(path).ToList();
        var parent = parts.SkipLast(1).Aggregate((JsonNode?)body, (node, part) => IsIndex(part) ? node?[Index(part)] : node?[part]);
        (parent as JsonObject)?.Remove(parts[^1]);
    }

    public static JsonElement? Find(JsonElement element, string path)
    {
        foreach (var part in Parts(path))
        {
            if (IsIndex(part))
            {
                element = element[Index(part)];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element) || element.ValueKind == JsonValueKind.Null)
            {
                return null;
            }
        }

        return element;
    }

    private static IEnumerable<string> Parts(string path) => path.Replace("[", ".[", StringComparison.Ordinal).Split('.');

    private static bool IsIndex(string part) => part[0] == '[';

    private static int Index(string part) => int.Parse(part[1..^1], CultureInfo.InvariantCulture);
}
