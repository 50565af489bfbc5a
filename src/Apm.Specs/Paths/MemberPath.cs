namespace Apm.Specs;

/// <summary>
/// The path of a member in a response, an error or a webhook: names with dots between them, a name with a dot in quotes, and
/// <c>[]</c> or <c>[member=text]</c> after the name of a list.
/// </summary>
public static class MemberPath
{
    private static readonly char[] s_special = ['[', '"'];

    /// <summary>Whether the path consists of names with dots between them.</summary>
    public static bool IsPlain(string path) => path.IndexOfAny(s_special) < 0;

    /// <summary>The steps of a path; null for a text that is not a path.</summary>
    public static IReadOnlyList<PathStep>? Parse(string path)
    {
        var steps = new List<PathStep>();
        var start = 0;
        while (Name(path, ref start) is { } name)
        {
            steps.Add(new PathStep(name, null, null));
            if (start < path.Length && path[start] == '[')
            {
                if (Items(path, ref start) is not { } items)
                {
                    return null;
                }

                steps.Add(items);
            }

            if (start == path.Length)
            {
                return steps;
            }

            if (path[start++] != '.')
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The name of the member, without quotes.</summary>
    public static string NameOf(string path) => Parse(path)?.LastOrDefault(step => step.Name is not null).Name ?? path.Substring(path.LastIndexOf('.') + 1);

    /// <summary>Whether a path is within the value at another path.</summary>
    public static bool IsWithin(string path, string parent) =>
        path.Length > parent.Length && path.StartsWith(parent, StringComparison.Ordinal) && path[parent.Length] is '.' or '[';

    private static string? Name(string path, ref int start)
    {
        var isQuoted = start < path.Length && path[start] == '"';
        var end = isQuoted ? path.IndexOf('"', start + 1) : path.IndexOfAny(['.', '['], start);
        if (isQuoted)
        {
            var quoted = end < 0 ? "" : path.Substring(start + 1, end - start - 1);
            start = end + 1;
            return quoted.Length == 0 || quoted.Any(char.IsControl) || JsonName.IsValid(quoted) ? null : quoted;
        }

        end = end < 0 ? path.Length : end;
        var name = path.Substring(start, end - start);
        start = end;
        return JsonName.IsValid(name) ? name : null;
    }

    private static PathStep? Items(string path, ref int start)
    {
        var end = path.IndexOf(']', start);
        if (end < 0)
        {
            return null;
        }

        var selector = path.Substring(start + 1, end - start - 1);
        start = end + 1;
        if (selector.Length == 0)
        {
            return new PathStep(null, null, null);
        }

        var sign = selector.IndexOf('=');
        return sign > 0
            && JsonName.IsValid(selector.Substring(0, sign))
            && selector.Substring(sign + 1) is { Length: > 0 } text
            && text[0] != '='
            && text.Trim() == text
            && !text.Any(c => char.IsControl(c) || c is '[' or '"' or '\'')
                ? new PathStep(null, selector.Substring(0, sign), text)
                : null;
    }
}

/// <summary>A step of a path.</summary>
/// <param name="Name">The name of a member; null for items of a list.</param>
/// <param name="Member">The member by which an item is chosen; null for every item.</param>
/// <param name="Text">The text of the member.</param>
public readonly record struct PathStep(string? Name, string? Member, string? Text);
