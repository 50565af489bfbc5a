using System.Text.Json;

namespace Apm.Sandbox;

/// <summary>The part of a recorded response that is a payment.</summary>
internal static class FoundElement
{
    /// <returns>Null if there is no payment at the path.</returns>
    public static JsonElement? In(JsonElement body, string? at)
    {
        const string Items = "[]";
        if (at is null)
        {
            return body;
        }

        return !at.EndsWith(Items, StringComparison.Ordinal) ? Dotted.Find(body, at)
            : Dotted.Find(body, at[..^Items.Length]) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0]
            : null;
    }
}
