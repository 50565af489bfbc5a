namespace Apm.Specs;

/// <summary>Checks of a text before the YAML parser reads it. The reader checks the depth of nesting.</summary>
internal static class TextGuards
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 256 * 1024;

    public static void Check(TextLines lines)
    {
        if (lines.Text.Length > MaxLength)
        {
            throw new SyntaxException(SpecDescriptors.TooMuch, lines.Span(0, 0), $"a spec must have at most {MaxLength / 1024} KiB");
        }

        for (var at = 0; at < lines.Text.Length; at++)
        {
            if (lines.Text[at] is < ' ' and not ('\t' or '\n' or '\r') or '\u007f')
            {
                throw new SyntaxException(SpecDescriptors.NotYaml, lines.Span(at, at + 1), "this is a control character: remove it");
            }

            // The host replaces bytes that are not UTF-8 with this character.
            if (lines.Text[at] == '\ufffd')
            {
                throw new SyntaxException(SpecDescriptors.NotYaml, lines.Span(at, at + 1), "this character could not be read: save the file as UTF-8");
            }
        }

        for (var at = 0; at < lines.Text.Length; at++)
        {
            if (lines.Text[at] > '\u007f' && InvisibleCharacters.Problem(lines.Text, at) is { } problem)
            {
                throw new SyntaxException(SpecDescriptors.NotYaml, lines.Span(at, at + 1), problem);
            }
        }

        for (var line = 0; line < lines.Count; line++)
        {
            CheckIndentation(lines, line);
        }
    }

    private static void CheckIndentation(TextLines lines, int line)
    {
        var at = lines.Start(line);
        var end = lines.End(line);
        while (at < end && lines.Text[at] == ' ')
        {
            at++;
        }

        if (at < end && InvisibleCharacters.IsSpace(lines.Text[at]))
        {
            throw new SyntaxException(SpecDescriptors.NotYaml, lines.Span(at, at + 1), InvisibleCharacters.SpaceProblem(lines.Text[at]));
        }

        if (at == end || lines.Text[at] != '\t')
        {
            return;
        }

        var tabs = at;
        while (at < end && lines.Text[at] is ' ' or '\t')
        {
            at++;
        }

        if (at < end && lines.Text[at] != '#')
        {
            throw new SyntaxException(SpecDescriptors.NotYaml, lines.Span(tabs, tabs + 1), "a tab indents this line: YAML is indented with spaces");
        }
    }
}
