using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The part of a response that states what the customer does next.</summary>
internal static class NextAnswers
{
    /// <summary>Sets the action, with the address of the hosted page, or removes it.</summary>
    /// <param name="next">The actions of the API.</param>
    /// <param name="body">The response. A recorded response can already have an action.</param>
    /// <param name="page">The address of the hosted page; null if the customer has nothing to do.</param>
    public static void Set(NextModel next, JsonObject body, string? page)
    {
        if (page is null)
        {
            Remove(next, body);
            return;
        }

        var root = next.At is { } at ? Dotted.Object(body, at) : body;
        var action = Recorded(next, root) ?? next.Actions.OrderBy(action => action.Kind).First();
        if (next.By is { } by)
        {
            Dotted.Set(root, by, action.Name);
        }

        // Only an address or the content of a code leads to the hosted page. Other actions keep what was recorded.
        if (action.Kind is NextKind.Redirect or NextKind.AppLink)
        {
            Dotted.Set(root, action.Path("url")!, page);
            Present(root, action.Path("method"), "GET");
        }
        else if (action.Path("text") is { } text)
        {
            Dotted.Set(root, text, page);
        }
        else if (action.Members.FirstOrDefault(member => member.Key is "number" or "account" or "reference") is { } member)
        {
            Present(root, member.Path, "sandbox-" + member.Key);
        }
    }

    private static NextActionModel? Recorded(NextModel next, JsonObject root) => next.By is { } by
        ? next.Actions.FirstOrDefault(action => Dotted.Get(root, by) is JsonValue value && value.TryGetValue<string>(out var name) && name == action.Name)
        : next.Actions.FirstOrDefault(action => action.Members.Any(member => Dotted.Get(root, member.Path) is not null));

    private static void Present(JsonObject root, string? path, string value)
    {
        if (path is not null && Dotted.Get(root, path) is null)
        {
            Dotted.Set(root, path, value);
        }
    }

    private static void Remove(NextModel next, JsonObject body)
    {
        if (next.At is { } at)
        {
            Dotted.Remove(body, at);
            return;
        }

        foreach (var member in next.Actions.SelectMany(action => action.Members))
        {
            Dotted.Remove(body, member.Path);
        }

        if (next.By is { } by)
        {
            Dotted.Remove(body, by);
        }
    }
}
