using System.Globalization;
using Apm.Specs.Diagnostics;

namespace Apm.Specs.Reading;

/// <summary>What is refused before the YAML parser sees a text. How deep values lie is watched while they are read.</summary>
internal static class TextGuards
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 256 * 1024;

    public static void Check(TextLines lines)
    {
        if (lines.Text.Length > MaxLength)
        {
            throw new SyntaxException(SpecRules.TooMuch, lines.Span(0, 0), $"a spec has at most {MaxLength / 1024} KiB: split it, or remove what is no spec");
        }

        CheckCharacters(lines);
        var blockText = -1;
        for (var line = 0; line < lines.Count; line++)
        {
            CheckIndentation(lines, line, ref blockText);
        }
    }

    // The parser takes a zero character for the end of the text, and what follows it would be lost without a word.
    private static void CheckCharacters(TextLines lines)
    {
        var text = lines.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]) || (char.IsControl(text[at]) && text[at] is not ('\t' or '\n' or '\r' or '\u0085')))
            {
                throw new SyntaxException(SpecRules.NotYaml, lines.Span(at, at + 1),
                    $"the character U+{((int)text[at]).ToString("X4", CultureInfo.InvariantCulture)} stands here, which no text may have: remove it");
            }
        }
    }

    private static void CheckIndentation(TextLines lines, int line, ref int blockText)
    {
        var start = lines.Start(line);
        var end = lines.End(line);
        var at = start;
        while (at < end && lines.Text[at] == ' ')
        {
            at++;
        }

        var indent = at - start;
        while (at < end && lines.Text[at] is ' ' or '\t')
        {
            at++;
        }

        // In the lines of a text after | or >, a tab after the indentation belongs to the text.
        if (at == end || lines.Text[at] == '#' || (blockText >= 0 && indent > blockText))
        {
            return;
        }

        if (at > start + indent)
        {
            throw new SyntaxException(SpecRules.NotYaml, lines.Span(start + indent, start + indent + 1), "a tab indents this line: YAML is indented with spaces");
        }

        blockText = BeginsBlockText(lines.Text.Substring(at, end - at)) ? indent : -1;
    }

    private static bool BeginsBlockText(string line)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        var content = (comment < 0 ? line : line.Substring(0, comment)).TrimEnd().TrimEnd('+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return content.EndsWith(": |", StringComparison.Ordinal) || content.EndsWith(": >", StringComparison.Ordinal)
            || content.EndsWith("- |", StringComparison.Ordinal) || content.EndsWith("- >", StringComparison.Ordinal);
    }
}
