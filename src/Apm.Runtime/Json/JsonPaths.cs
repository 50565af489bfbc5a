using System.Text.Json;

namespace Apm;

internal static class JsonPaths
{
    /// <summary>Follows a dotted path from an element.</summary>
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

    /// <summary>Finds a member by its whole name. A name with an unpaired surrogate matches no name, so such a member counts as absent.</summary>
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

    // Of several members with one name, the last counts, as for TryGetProperty.
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
                // This member has no valid name.
            }
        }

        return isFound;
    }
}
