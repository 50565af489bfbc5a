using System.Text.Json;

namespace Apm;

internal static class JsonPaths
{
    /// <summary>Follows a dotted path down from an element.</summary>
    public static bool TryFind(ref JsonElement element, ReadOnlySpan<char> path)
    {
        while (true)
        {
            var dot = path.IndexOf('.');
            var name = dot < 0 ? path : path[..dot];
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member))
            {
                element = default;
                return false;
            }

            element = member;
            if (dot < 0)
            {
                return true;
            }

            path = path[(dot + 1)..];
        }
    }
}
