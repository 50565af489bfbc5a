namespace Apm.Specs;

/// <summary>Reports what an author does not see at the ends of a text without quotes.</summary>
internal static class PlainText
{
    public static IEnumerable<(SpecDescriptor Rule, SpecSpan Span, string Message)> Problems(TextLines lines, string value, SpecSpan span)
    {
        if (value.Length > 0 && (InvisibleCharacters.IsSpace(value[0]) || InvisibleCharacters.IsSpace(value[value.Length - 1])))
        {
            var at = InvisibleCharacters.IsSpace(value[0]) ? span.Start : SpaceAfter(lines, span);
            yield return (SpecDescriptors.NotYaml, lines.Span(at, at + 1), InvisibleCharacters.SpaceProblem(lines.Text[at]));
        }

        if (CommentAfter(lines, span) is { } comment)
        {
            var text = MessageText.Of(lines.Text.Substring(comment.Start, comment.Length));
            yield return (
                SpecDescriptors.CutText,
                comment,
                $"{text} is a comment, so the text before it is {MessageText.Of(value.Trim())}: quote the text if # belongs to it, or write a space after #");
        }
    }

    // The span of a text ends before all spaces.
    private static int SpaceAfter(TextLines lines, SpecSpan span)
    {
        var at = span.Start + span.Length;
        while (at + 1 < lines.Text.Length && !InvisibleCharacters.IsSpace(lines.Text[at]))
        {
            at++;
        }

        return at;
    }

    // Authors write a space after the # of a comment, and none in "order #1".
    private static SpecSpan? CommentAfter(TextLines lines, SpecSpan span)
    {
        var start = span.Start + span.Length;
        var at = start;
        while (at < lines.Text.Length && lines.Text[at] is ' ' or '\t')
        {
            at++;
        }

        return span.Length > 0
            && at > start
            && at + 1 < lines.Text.Length
            && lines.Text[at] == '#'
            && char.IsLetterOrDigit(lines.Text[at + 1])
                ? lines.Span(at, lines.End(lines.LineOf(at)))
                : null;
    }
}
