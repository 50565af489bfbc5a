using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>What a recorded response asks the customer to do. It uses no code of the client.</summary>
internal sealed class NextInterpreter(ApiModel api, NextModel next)
{
    /// <summary>The kind and the members of the action; null if there is none.</summary>
    public EquatableArray<ExchangeMember>? Read(JsonElement response)
    {
        JsonElement? found = next.At is { } at ? Dotted.Find(response, at) : response;
        if (found is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }

        var name = next.By is { } by ? Dotted.TextOrNumber(root, by) : null;
        if (next.By is not null && name is null)
        {
            return null;
        }

        var action = name is null
            ? next.Actions.FirstOrDefault(action => action.Members.Any(member => Dotted.Find(root, member.Path) is not null))
            : next.Actions.FirstOrDefault(action => action.Name == name);
        return action is null
            ? name is null ? null : Members([("is", "unknown"), ("name", name)])
            : action.Kind is NextKind.Redirect or NextKind.AppLink && Text(root, action, "url") is null ? Members([("is", "unknown"), ("name", action.Name)])
            : Members(Of(root, action));
    }

    private IEnumerable<(string Key, string? Text)> Of(JsonElement root, NextActionModel action) =>
    [
        ("is", KebabCase.Of(action.Kind.ToString())),
        ("name", action.Name),
        .. action.Members.Where(member => member.Key is not ("fields" or "method")).Select(member => (member.Key, Text(root, action, member.Key))),
        .. action.Kind == NextKind.Redirect ? Form(root, action) : [],
    ];

    private static IEnumerable<(string Key, string? Text)> Form(JsonElement root, NextActionModel action)
    {
        var fields = action.Path("fields") is { } path && Dotted.Find(root, path) is { ValueKind: JsonValueKind.Object } members
            ? members.EnumerateObject().Select(member => (Key: "fields." + member.Name, Text: Dotted.TextOrNumber(members, member.Name)))
                .Where(field => field.Text is not null)
                .ToList()
            : [];
        var method = action.Path("method") is { } of ? Dotted.Text(root, of) : null;
        yield return ("method", (method ?? (fields.Count > 0 ? "POST" : "GET")).Equals("POST", StringComparison.OrdinalIgnoreCase) ? "POST" : "GET");
        foreach (var field in fields)
        {
            yield return field;
        }
    }

    private string? Text(JsonElement root, NextActionModel action, string key) => key switch
    {
        _ when action.Path(key) is not { } => null,
        "url" or "picture" or "page" or "document" =>
            Dotted.TextOrNumber(root, action.Path(key)!) is { Length: > 0 } text ? RedirectText.Of(text, api).Address : null,
        "expires" => Dotted.Find(root, action.Path(key)!) switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var seconds) =>
                ExchangeReading.TextOf(DateTimeOffset.FromUnixTimeSeconds(seconds)),
            { ValueKind: JsonValueKind.String } => TimeText.Of(Dotted.Text(root, action.Path(key)!)),
            _ => null,
        },
        "value" => Dotted.Find(root, action.Path(key)!) is { ValueKind: JsonValueKind.Object } money ? MoneyText.Of(money, api, api.Money) : null,
        _ => Dotted.TextOrNumber(root, action.Path(key)!) is { Length: > 0 } text ? text : null,
    };

    private static EquatableArray<ExchangeMember> Members(IEnumerable<(string Key, string? Text)> members) =>
        members.Where(member => member.Text is not null).Select(member => new ExchangeMember(member.Key, member.Text)).ToEquatableArray();
}
