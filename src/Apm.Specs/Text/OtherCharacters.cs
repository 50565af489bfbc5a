using System.Text;

namespace Apm.Specs;

/// <summary>What a gateway makes of characters that a field does not allow.</summary>
public static class OtherCharacters
{
    /// <summary>Replaces each character that is not one of the given ones with a space.</summary>
    /// <param name="text">A text with any characters.</param>
    /// <param name="characters">The characters that stay. None is a part of a surrogate pair.</param>
    public static string Replace(string text, string characters)
    {
        var replaced = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (characters.IndexOf(text[at]) >= 0)
            {
                replaced.Append(text[at]);
                continue;
            }

            // A character outside the basic plane is one character with two code units.
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 1 : 0;
            replaced.Append(' ');
        }

        return replaced.ToString();
    }
}
