using System.Globalization;

namespace Apm.Specs;

/// <summary>Characters that an editor does not show, or shows as a plain space. They are usually copied from a web page or a document.</summary>
internal static class InvisibleCharacters
{
    /// <summary>Such as <c>U+200B</c>.</summary>
    public static string Name(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    /// <summary>A space that YAML takes for a letter, such as the no-break space.</summary>
    public static bool IsSpace(char c) => c > '\u007f' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    /// <summary>A character without a width. Writing systems need two of them, between their own letters.</summary>
    public static bool HasNoWidth(char c) =>
        c is '\u00ad' or '\u061c' or '\u180e' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or '\ufeff';

    /// <summary>A line break that most editors do not show.</summary>
    public static bool IsLineBreak(char c) => c is '\u0085' or '\u2028' or '\u2029';

    /// <summary>Why a character cannot be in the text of a spec; null if it can.</summary>
    public static string? Problem(string text, int at) =>
        IsLineBreak(text[at])
            ? $"this is a line break ({Name(text[at])}) that editors do not show, and YAML ends the line here: remove it, or write a space"
        : HasNoWidth(text[at]) && !(at == 0 && text[at] == '\ufeff') && !IsJoiner(text, at)
            ? $"this is an invisible character ({Name(text[at])}): remove it"
        : null;

    /// <summary>What to write instead of a space at a place where YAML needs a plain one.</summary>
    public static string SpaceProblem(char c) =>
        $"this is not a plain space but {(c == '\u00a0' ? "a no-break space (U+00A0)" : Name(c))}: write a plain space, or remove it";

    private static bool IsJoiner(string text, int at) =>
        text[at] is '\u200c' or '\u200d' && at > 0 && at + 1 < text.Length && text[at - 1] > '\u007f' && text[at + 1] > '\u007f';
}
