namespace Apm.Specs;

/// <summary>Reads a class, such as <c>[A-Z]</c>.</summary>
internal static class ClassParser
{
    public static CharacterSet Parse(string text, ref int at)
    {
        var start = at++;
        var isNegated = at < text.Length && text[at] == '^';
        at += isNegated ? 1 : 0;
        var ranges = new List<(char, char)>();
        while (true)
        {
            if (at >= text.Length)
            {
                throw new PatternException(start, "this [ is never closed: add a ], or write \\[ for the character");
            }

            if (text[at] == ']')
            {
                at++;
                break;
            }

            ranges.AddRange(Item(text, ref at, start).Ranges);
        }

        if (ranges.Count == 0)
        {
            throw new PatternException(start, "this class has no characters: write \\] for the character");
        }

        var set = new CharacterSet(ranges);
        var characters = isNegated ? set.Complement() : set;
        return characters.Ranges.Count > 0
            ? characters
            : throw new PatternException(start, "this class excludes every character: remove it, or one of the classes in it");
    }

    private static CharacterSet Item(string text, ref int at, int start)
    {
        var place = at;
        var first = Single(text, ref at, isFirst: at == start + 1 || (at == start + 2 && text[start + 1] == '^'));
        if (at + 1 >= text.Length || text[at] != '-' || text[at + 1] == ']')
        {
            return first;
        }

        at++;
        var last = Single(text, ref at, isFirst: false);
        if (first.Count != 1 || last.Count != 1)
        {
            throw new PatternException(place, "a range must be between two characters: write \\- for a hyphen");
        }

        var (low, high) = (first.Ranges[0].First, last.Ranges[0].First);
        if (low > high || (low < '\ud800' && high > '\udfff'))
        {
            throw new PatternException(place, "this range is in the wrong order, or contains surrogates: write the lower character first, or \\- for a hyphen");
        }

        return new CharacterSet([(low, high)]);
    }

    private static CharacterSet Single(string text, ref int at, bool isFirst)
    {
        var c = text[at];
        if (c == '\\')
        {
            return Escapes.Read(text, ref at);
        }

        // Regular expression engines read these within a class in different ways.
        if (c == '[' || (c == '-' && !isFirst && !(at + 1 < text.Length && text[at + 1] == ']')))
        {
            throw new PatternException(at, $"a {c} within a class can have several meanings: write \\{c} for the character");
        }

        if (char.IsSurrogate(c))
        {
            throw new PatternException(at, "characters beyond U+FFFF cannot be part of a pattern");
        }

        at++;
        return CharacterSet.Of(c);
    }
}
