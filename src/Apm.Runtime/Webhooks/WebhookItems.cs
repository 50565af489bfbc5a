using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>The notifications of one delivery.</summary>
internal static class WebhookItems
{
    public static IReadOnlyList<JsonElement> Of(WebhookProfile profile, JsonElement root) =>
        profile.Each is { } path ? [.. JsonPaths.FindAll(root, path)] : [root];

    /// <summary>The bodies of the notifications; the whole body if a delivery is one notification.</summary>
    /// <exception cref="JsonException">It is not a JSON object, or it has no notifications.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(WebhookProfile profile, ReadOnlyMemory<byte> utf8Json)
    {
        if (profile.Each is null)
        {
            return [utf8Json];
        }

        var items = Of(profile, EventContent.Parse(EventContent.Json(profile, utf8Json).Span));
        return items.Count > 0
            ? [.. items.Select(item => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(item.GetRawText()))]
            : throw new JsonException("The webhook has no notifications.", "$", null, null);
    }
}
