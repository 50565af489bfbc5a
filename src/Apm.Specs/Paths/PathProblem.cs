using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>Explains why a text is not a dotted path, and what to write instead.</summary>
internal static class PathProblem
{
    /// <summary>For the path of a field. <c>[]</c> after a name stands for the items of a list.</summary>
    /// <returns>To follow the text of the author; null for a path.</returns>
    public static string? OfField(string path)
    {
        var parts = path.Split('.').ToList();
        var names = parts.Select(part => FieldPath.IsItem(part) ? part.Substring(0, part.Length - FieldPath.Item.Length) : part).ToList();
        if (names.Count > 1 && names[names.Count - 1] == FieldPath.MapValue && !FieldPath.IsItem(parts[names.Count - 2]))
        {
            names.RemoveAt(names.Count - 1);
        }

        return names.All(JsonName.IsValid) ? null
            : names.Contains(FieldPath.MapValue) ? "has * in the middle or after a list: * stands for the values of a map, such as metadata.*"
            : names.Any(FieldPath.IsItem) ? "is in a list of lists: use objects or values as items"
            : ForeignPath.AsDotted(path, allowsItems: true) is { } dotted ? Dotted(parts, dotted)
            : names.Any(name => name.Length == 0) ? "has an empty part: write the names with one dot between them"
            : names.Any(name => name.IndexOfAny(['[', ']']) >= 0)
                ? "is not a path: write [] after the name of a list for its items, such as order.items[].name"
            : "is not a path: write JSON names with dots between them, such as order.amount";
    }

    /// <summary>For the path of a member of a response, of an error or of a webhook.</summary>
    /// <param name="allowsItems">Whether the path can name items of a list.</param>
    /// <returns>To follow the text of the author; null for a path.</returns>
    public static string? OfResponse(string path, bool allowsItems)
    {
        if (MemberPath.Parse(path) is { } steps)
        {
            return allowsItems || steps.All(step => step.Name is not null) ? null
                : "names items of a list, but must be the path of an object: write the names of members with dots between them";
        }

        var parts = path.Split('.').ToList();
        return ForeignPath.AsDotted(path, allowsItems) is { } dotted ? Dotted(parts, dotted)
            : Unquoted(path) is { } unquoted ? $"has quotes around a name without a dot: write {MessageText.Plain(unquoted)}"
            : path.IndexOfAny(['[', ']']) < 0 && parts.Any(part => part.Length == 0) ? "has an empty part: write the names with one dot between them"
            : path.IndexOfAny(['[', ']']) >= 0
                ? "names items of a list in another way: write list[].name for the first item that has the member, "
                    + "or list[kind=card].name for the item whose member has the text"
            : "is not a path: write JSON names with dots between them, such as payment.id";
    }

    private static string? Unquoted(string path)
    {
        var unquoted = Regex.Replace(path, "\"([^\".\\[\\]]*)\"", "$1");
        return unquoted != path && MemberPath.Parse(unquoted) is not null ? unquoted : null;
    }

    private static string Dotted(List<string> parts, string dotted) =>
        (parts.Any(part => part.Length == 0) && parts.All(part => part.Length == 0 || JsonName.IsValid(part)) ? "has an empty part" : "is not a path")
            + $": write the names with one dot between them, {MessageText.Plain(dotted)}";
}
