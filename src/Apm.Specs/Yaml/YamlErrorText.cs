namespace Apm.Specs;

/// <summary>Explains to the author of a spec why the YAML parser stopped.</summary>
internal static class YamlErrorText
{
    private const string Misfit = "this line does not fit the lines before it: indent all keys of a mapping by the same number of spaces";

    // An unclosed quote continues to the next quote, so the parser reports the error there.
    public static SyntaxException UnclosedQuote(TextLines lines, int start) => new(SpecDescriptors.NotYaml, lines.Span(start, start + 1),
        $"this quote does not end on its line: close it with {lines.Text[start]}, or write a text of several lines after >");

    public static SyntaxException UnopenedQuote(TextLines lines, int end) => new(SpecDescriptors.NotYaml, lines.Span(end, end + 1),
        $"this quote ends a text that does not begin with a quote: write {lines.Text[end]} before the text, too, or remove it");

    /// <param name="lines">The text.</param>
    /// <param name="place">Where the parser stopped; null where it does not say.</param>
    /// <param name="reason">The parser's message.</param>
    public static SyntaxException Explain(TextLines lines, int? place, string reason)
    {
        var ends = new OpenEnds(lines, place ?? lines.Text.Length);
        if (ends.Problem is { } openEnd)
        {
            return openEnd;
        }

        if (place is not { } at || at >= lines.Text.Length)
        {
            return Problem(lines, Math.Min(place ?? 0, lines.Text.Length), "this is not YAML: " + reason);
        }

        if (SpaceAfterColon(lines, at) is { } space)
        {
            return space;
        }

        var first = Text(lines, lines.LineOf(at));
        if (lines.Text[at] == ':' && !ends.IsInBrackets && lines.Text.IndexOf(':', first) == at)
        {
            // The parser took the line for more of the text before it.
            return Problem(lines, first, Misfit);
        }

        return Quoted(lines, at, reason) ?? Problem(lines, at, Reason(lines, at, reason, ends.IsInBrackets));
    }

    // A key without a plain space after its colon is a text, which the parser notices on this line or on the next one.
    private static SyntaxException? SpaceAfterColon(TextLines lines, int place)
    {
        var line = lines.LineOf(place);
        for (var at = lines.Start(Math.Max(0, line - 1)); at + 1 < lines.End(line); at++)
        {
            if (lines.Text[at] is ':' or '-' or ',' && InvisibleCharacters.IsSpace(lines.Text[at + 1]))
            {
                return Problem(lines, at + 1, InvisibleCharacters.SpaceProblem(lines.Text[at + 1]));
            }
        }

        return null;
    }

    private static SyntaxException? Quoted(TextLines lines, int at, string reason)
    {
        if (lines.Text[at] is not ('"' or '\'') || reason.IndexOf("scalar", StringComparison.Ordinal) < 0)
        {
            return null;
        }

        return reason.IndexOf("escape", StringComparison.Ordinal) >= 0
            ? Problem(lines, at, "in double quotes, a backslash begins an escape sequence: write the text in single quotes")
            : UnclosedQuote(lines, at);
    }

    private static string Reason(TextLines lines, int at, string reason, bool isInBrackets)
    {
        var line = lines.LineOf(at);
        var first = Text(lines, line);
        var text = lines.Text.Substring(first, Math.Max(0, lines.End(line) - first));
        var before = lines.Text.Substring(first, Math.Max(0, at - first)).TrimEnd();
        if (Has("cannot start any token") || (Has("directive") && lines.Text[at] == '%'))
        {
            return $"a text cannot begin with {MessageText.Plain(lines.Text[at].ToString())}: quote it";
        }

        if (Has("invalid mapping") || Has("Mapping values are not allowed") || (isInBrackets && lines.Text[at] == ':'))
        {
            return "this is a second colon with a space: quote a text that has one, and put several keys in { } with commas between them";
        }

        if (Has("more than one anchor"))
        {
            return "a spec cannot have anchors: remove it, or quote a text that begins with &";
        }

        if (isInBrackets)
        {
            return "a comma or a closing bracket is missing before this: separate the items in brackets with commas, and quote texts that contain brackets";
        }

        if (before.EndsWith("\"", StringComparison.Ordinal) || before.EndsWith("'", StringComparison.Ordinal))
        {
            return "the text continues after its closing quote: use the other kind of quotes, or double each single quote within single quotes";
        }

        if (before.Length > 0)
        {
            return "this is not YAML: " + reason;
        }

        var colon = text.IndexOf(':');
        return text.StartsWith("- ", StringComparison.Ordinal) ? "this is a list item, but a key is expected: indent the list below its key"
            : colon < 0 ? "this line is not 'key: value': write a colon and a space after the key"
            : colon + 1 < text.Length && text[colon + 1] != ' ' && text.IndexOf(": ", StringComparison.Ordinal) < 0
                ? "a space is missing after the colon: write 'key: value'"
            : Misfit;

        bool Has(string part) => reason.IndexOf(part, StringComparison.Ordinal) >= 0;
    }

    private static int Text(TextLines lines, int line)
    {
        var at = lines.Start(line);
        while (at < lines.End(line) && lines.Text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private static SyntaxException Problem(TextLines lines, int at, string message) => new(SpecDescriptors.NotYaml, lines.Span(at, at + 1), message);
}
