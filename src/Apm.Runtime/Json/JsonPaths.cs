using System.Text.Json;

namespace Apm;

/// <summary>
/// Follows the paths of specs: names with dots between them, a name with a dot in quotes, and <c>[]</c> or <c>[member=text]</c> after the
/// name of a list.
/// </summary>
internal static class JsonPaths
{
    /// <summary>Follows a path from an element.</summary>
    public static bool TryFind(ref JsonElement element, ReadOnlySpan<char> path)
    {
        while (true)
        {
            var end = path.IndexOfAny('.', '[', '"');
            if (end >= 0 && path[end] != '.')
            {
                return TryFindSpecial(ref element, path);
            }

            if (!TryGetMember(element, end < 0 ? path : path[..end], out element))
            {
                return false;
            }

            if (end < 0)
            {
                return true;
            }

            path = path[(end + 1)..];
        }
    }

    /// <summary>The member at a path; null if there is none, or if it is null.</summary>
    public static JsonElement? Find(JsonElement root, string? path) =>
        path is not null && TryFind(ref root, path) && root.ValueKind != JsonValueKind.Null ? root : null;

    /// <summary>Every value at a path in which <c>[]</c> stands for all items, in the order of the body. Items that lack a member are left out.</summary>
    public static IEnumerable<JsonElement> FindAll(JsonElement root, string path)
    {
        var items = path.IndexOf("[]", StringComparison.Ordinal);
        if (items < 0)
        {
            return Find(root, path) is { } found ? [found] : [];
        }

        var rest = path.AsSpan(items + 2).TrimStart('.').ToString();
        return Find(root, path[..items]) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().SelectMany(item => rest.Length == 0 ? [item] : FindAll(item, rest))
            : [];
    }

    /// <summary>The text of a value: a text, the digits of a number, <c>true</c> or <c>false</c>. Null for any other value.</summary>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number => element.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // Not well-formed Unicode.
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

    // At a name in quotes, or at the name of a list.
    private static bool TryFindSpecial(ref JsonElement element, ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> name;
        if (path[0] == '"' && path[1..].IndexOf('"') is > 0 and var length)
        {
            name = path.Slice(1, length);
            path = path[(length + 2)..];
        }
        else
        {
            var end = path.IndexOfAny('.', '[') is >= 0 and var found ? found : path.Length;
            name = path[..end];
            path = path[end..];
        }

        if (!TryGetMember(element, name, out element))
        {
            return false;
        }

        return path.IsEmpty
            || (path[0] == '.' && TryFind(ref element, path[1..]))
            || (path[0] == '[' && TryFindItem(ref element, path));
    }

    private static bool TryFindItem(ref JsonElement list, ReadOnlySpan<char> path)
    {
        var end = path.IndexOf(']');
        if (end < 0 || list.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var selector = path[1..end];
        var rest = path[(end + 1)..];
        if (!rest.IsEmpty && rest[0] != '.')
        {
            return false;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (!selector.IsEmpty && !IsSelected(item, selector))
            {
                continue;
            }

            var found = item;
            if ((rest.IsEmpty || TryFind(ref found, rest[1..])) && found.ValueKind != JsonValueKind.Null)
            {
                list = found;
                return true;
            }

            // A selector chooses one item, whether it has the rest of the path or not.
            if (!selector.IsEmpty)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsSelected(JsonElement item, ReadOnlySpan<char> selector)
    {
        var sign = selector.IndexOf('=');
        return sign > 0 && TryGetMember(item, selector[..sign], out var member) && selector[(sign + 1)..].SequenceEqual(TextOf(member));
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
