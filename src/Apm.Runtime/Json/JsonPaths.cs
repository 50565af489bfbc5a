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
            if (!TryGetMember(element, name, out var member))
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

    /// <summary>A member by its whole name. One whose own name is half a surrogate pair has no name, and is absent.</summary>
    public static bool TryGetMember(JsonElement element, ReadOnlySpan<char> name, out JsonElement member)
    {
        member = default;
        if (element.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        try
        {
            return element.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            return TryGetNamed(element, name, out member);
        }
    }

    // As TryGetProperty does: of several with one name, the last.
    private static bool TryGetNamed(JsonElement element, ReadOnlySpan<char> name, out JsonElement member)
    {
        var isFound = false;
        member = default;
        foreach (var candidate in element.EnumerateObject())
        {
            try
            {
                if (candidate.NameEquals(name))
                {
                    (isFound, member) = (true, candidate.Value);
                }
            }
            catch (InvalidOperationException)
            {
                // This is the member without a name.
            }
        }

        return isFound;
    }
}
