using System.Globalization;

namespace Apm.Analyzers;

/// <summary>A format such as <c>"{0}-{1:D4}"</c>, in parts.</summary>
internal static class CompositeFormat
{
    /// <returns>For each part, its text or the number, alignment and format of an argument; null if the format is not understood.</returns>
    public static List<(string? Text, int Argument, int Alignment, string? Format)>? Parse(string format)
    {
        var parts = new List<(string?, int, int, string?)>();
        var text = new System.Text.StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            var c = format[at];
            if (c is not ('{' or '}'))
            {
                text.Append(c);
            }
            else if (at + 1 < format.Length && format[at + 1] == c)
            {
                text.Append(c);
                at++;
            }
            else if (c == '{' && format.IndexOf('}', at) is > 0 and var end && Hole(format.Substring(at + 1, end - at - 1)) is var (argument, alignment, inner))
            {
                parts.Add((text.ToString(), 0, 0, null));
                parts.Add((null, argument, alignment, inner));
                text.Clear();
                at = end;
            }
            else
            {
                return null;
            }
        }

        parts.Add((text.ToString(), 0, 0, null));
        return parts;
    }

    private static (int Argument, int Alignment, string? Format)? Hole(string hole)
    {
        var colon = hole.IndexOf(':');
        var (head, format) = colon < 0 ? (hole, null) : (hole.Substring(0, colon), hole.Substring(colon + 1));
        var comma = head.IndexOf(',');
        var alignment = 0;
        return int.TryParse(comma < 0 ? head : head.Substring(0, comma), NumberStyles.None, CultureInfo.InvariantCulture, out var argument)
            && (comma < 0 || int.TryParse(head.Substring(comma + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out alignment))
            && format?.IndexOf('{') is null or < 0
            ? (argument, alignment, format)
            : null;
    }
}
