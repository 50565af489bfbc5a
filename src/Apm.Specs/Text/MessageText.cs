using System.Globalization;
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
        // Not between the two halves of a character outside the basic multilingual plane.
        var length = text.Length <= MaxLength ? text.Length : char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        var plain = new StringBuilder();
        for (var at = 0; at < length; at++)
        {
            if (at + 1 < length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                plain.Append(text, at++, 2);
            }
            else
            {
                Append(plain, text[at]);
            }
        }

        return length < text.Length ? plain.Append('…').ToString() : plain.ToString();
    }

    // The reader of a message must see the character that is wrong.
    private static void Append(StringBuilder plain, char c)
    {
        if (InvisibleCharacters.HasNoWidth(c) || InvisibleCharacters.IsSpace(c))
        {
            plain.Append('<').Append(InvisibleCharacters.Name(c)).Append('>');
        }
        else
        {
            plain.Append(char.IsControl(c) || char.IsSurrogate(c) || InvisibleCharacters.IsLineBreak(c) ? ' ' : c);
        }
    }

    /// <summary>Not more of them than one reads.</summary>
    public static string List(IEnumerable<string> texts)
    {
        var first = texts.Take(MaxListed + 1).ToList();
        return string.Join(", ", first.Count > MaxListed ? first.Take(MaxListed).Append("…") : first);
    }

    /// <summary>Returns a text such as <c>EUR, HKD and 140 others</c>.</summary>
    public static string Some(IReadOnlyList<string> texts)
    {
        const int Most = 12;
        return texts.Count <= Most + 2
            ? string.Join(", ", texts)
            : string.Join(", ", texts.Take(Most)) + " and " + (texts.Count - Most).ToString(CultureInfo.InvariantCulture) + " others";
    }
}
