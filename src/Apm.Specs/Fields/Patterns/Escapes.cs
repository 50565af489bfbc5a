using System.Globalization;

namespace Apm.Specs;

/// <summary>Reads an escape. The shorthands match only ASCII characters: if a gateway requires digits, it means 0 to 9.</summary>
internal static class Escapes
{
    private static readonly CharacterSet s_digits = new([('0', '9')]);
    private static readonly CharacterSet s_word = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);
    private static readonly CharacterSet s_space = new([('\t', '\r'), (' ', ' ')]);

    public static CharacterSet Read(string text, ref int at)
    {
        var start = at;
        if (++at >= text.Length)
        {
            throw new PatternException(start, "nothing follows this backslash: write \\\\ for the character");
        }

        var c = text[at++];
        switch (c)
        {
            case 'd': return s_digits;
            case 'D': return s_digits.Complement();
            case 'w': return s_word;
            case 'W': return s_word.Complement();
            case 's': return s_space;
            case 'S': return s_space.Complement();
            case 't': return CharacterSet.Of('\t');
            case 'n': return CharacterSet.Of('\n');
            case 'r': return CharacterSet.Of('\r');
            case 'x': return Hex(text, ref at, start, 2);
            case 'u': return Hex(text, ref at, start, 4);
        }

        if (c is >= '0' and <= '9' or 'k')
        {
            throw new PatternException(start, "a pattern cannot refer back to a group: write the allowed characters instead");
        }

        if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        {
            throw new PatternException(
                start,
                $"\\{c} is not an escape of patterns: write \\d, \\w, \\s, \\t, \\n, \\r, \\x or \\u, or a class such as [A-Za-z]");
        }

        if (char.IsSurrogate(c))
        {
            throw new PatternException(start, "characters beyond U+FFFF cannot be part of a pattern");
        }

        return CharacterSet.Of(c);
    }

    private static CharacterSet Hex(string text, ref int at, int start, int digits)
    {
        if (at + digits > text.Length
            || !int.TryParse(text.Substring(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || char.IsSurrogate((char)code))
        {
            throw new PatternException(
                start,
                "this escape is not complete: write \\x and two, or \\u and four hexadecimal digits of a character that is not a surrogate");
        }

        at += digits;
        return CharacterSet.Of((char)code);
    }
}
