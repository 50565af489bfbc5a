using System.Text;

namespace Apm.Specs;

/// <summary>An author's text within a message: in quotes, on one line, and not longer than one reads.</summary>
internal static class MessageText
{
    private const int MaxLength = 60;
    private const int MaxListed = 50;

    public static string Of(string text) => "'" + Plain(text) + "'";

    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Length > MaxLength ? text.Substring(0, MaxLength) : text)
        {
            plain.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return text.Length > MaxLength ? plain.Append('…').ToString() : plain.ToString();
    }

    /// <summary>Not more of them than one reads.</summary>
    public static string List(IEnumerable<string> texts)
    {
        var first = texts.Take(MaxListed + 1).ToList();
        return string.Join(", ", first.Count > MaxListed ? first.Take(MaxListed).Append("…") : first);
    }
}
