using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Gets and sets members by path, as specs name them.</summary>
internal static class Dotted
{
    /// <summary>The member at a path; null if there is none, or if it is null.</summary>
    public static JsonElement? Find(JsonElement root, string path)
    {
        if (!MemberPath.IsPlain(path))
        {
            return MemberPath.Parse(path) is { } steps ? Find(root, [.. steps]) : null;
        }

        foreach (var name in path.Split('.'))
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out root) || root.ValueKind == JsonValueKind.Null)
            {
                return null;
            }
        }

        return root;
    }

    /// <summary>Every value at a path in which <c>[]</c> stands for all items.</summary>
    public static IEnumerable<JsonElement> FindAll(JsonElement root, string path)
    {
        var items = path.IndexOf("[]", StringComparison.Ordinal);
        if (items < 0)
        {
            return Find(root, path) is { } found ? [found] : [];
        }

        var rest = path[(items + 2)..].TrimStart('.');
        return Find(root, path[..items]) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().SelectMany(item => rest.Length == 0 ? [item] : FindAll(item, rest))
            : [];
    }

    public static string? Text(JsonElement root, string path) =>
        Find(root, path) is { ValueKind: JsonValueKind.String } found ? JsonText.Read(found) : null;

    // A gateway may send an id as a number.
    public static string? TextOrNumber(JsonElement root, string path) =>
        Find(root, path) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(root, path);

    /// <summary>Sets a member. Objects, lists and items on the path are created if they do not exist.</summary>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        JsonNode node = root;
        var steps = Steps(path);
        for (var i = 0; i < steps.Count - 1; i++)
        {
            node = Child(node, steps[i]) is { } child && (child is JsonArray) == (steps[i + 1].Name is null) && child is not JsonValue
                ? child
                : Put(node, steps[i], steps[i + 1].Name is null ? new JsonArray() : new JsonObject())!;
        }

        Put(node, steps[^1], value);
    }

    /// <summary>The member at a path; null if there is none.</summary>
    public static JsonNode? Get(JsonObject root, string path) => Steps(path).Aggregate((JsonNode?)root, Child);

    public static void Remove(JsonObject root, string path)
    {
        var steps = Steps(path);
        var parent = steps.Take(steps.Count - 1).Aggregate((JsonNode?)root, Child);
        if (steps[^1].Name is { } name)
        {
            (parent as JsonObject)?.Remove(name);
        }
        else if (parent is JsonArray list && Child(list, steps[^1]) is { } item)
        {
            list.Remove(item);
        }
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

    private static JsonElement? Find(JsonElement root, ReadOnlySpan<PathStep> steps)
    {
        if (steps.IsEmpty)
        {
            return root;
        }

        var step = steps[0];
        var rest = steps[1..];
        if (step.Name is { } name)
        {
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
                ? Find(member, rest)
                : null;
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var item in root.EnumerateArray().Where(item => step.Member is null || Scalars.Text(Member(item, step.Member)) == step.Text))
        {
            // A selector chooses one item, whether it has the rest of the path or not.
            var found = item.ValueKind == JsonValueKind.Null ? null : Find(item, rest);
            if (found is not null || step.Member is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) ? member : null;

    private static IReadOnlyList<PathStep> Steps(string path) => MemberPath.IsPlain(path)
        ? [.. path.Split('.').Select(name => new PathStep(name, null, null))]
        : MemberPath.Parse(path) ?? throw new ArgumentException("It is not a path.", nameof(path));

    private static JsonNode? Child(JsonNode? node, PathStep step) => (node, step) switch
    {
        (JsonObject members, { Name: { } name }) => members[name],
        (JsonArray items, { Name: null, Member: null }) => items.FirstOrDefault(),
        (JsonArray items, { Name: null, Member: { } member }) =>
            items.FirstOrDefault(item => item is JsonObject members && members[member] is JsonValue text && text.ToString() == step.Text),
        _ => null,
    };

    private static JsonNode? Put(JsonNode node, PathStep step, JsonNode? value)
    {
        if (step.Name is { } name)
        {
            node.AsObject()[name] = value;
            return value;
        }

        if (step.Member is { } member && value is JsonObject item)
        {
            item[member] = step.Text;
        }

        var list = node.AsArray();
        if (Child(list, step) is { } old)
        {
            list[list.IndexOf(old)] = value;
        }
        else
        {
            list.Add(value);
        }

        return value;
    }
}
