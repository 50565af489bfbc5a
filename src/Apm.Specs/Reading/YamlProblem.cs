using Apm.Specs.Diagnostics;
using YamlDotNet.Core;

namespace Apm.Specs.Reading;

/// <summary>What stopped the YAML parser, in the words of someone who writes a spec.</summary>
internal static class YamlProblem
{
    // Parts of the parser's messages, and the way out of each.
    private static readonly (string Part, string Way)[] Ways =
    [
        ("expected ',' or ']'", "a comma is missing before this, or a text with brackets or quotes in it needs quotes around it"),
        ("expected ',' or '}'", "a comma is missing before this, or a text with brackets or quotes in it needs quotes around it"),
        ("multiline plain scalar, found invalid mapping", "the line above is no 'key: value': write a space after its colon"),
        ("invalid mapping", "a colon with a space after it begins a value here: put { } around 'key: value' pairs, quote a text with a colon in it, and begin each key at the column of its neighbours"),
        ("Mapping values are not allowed", "a colon with a space after it begins a value here: put { } around 'key: value' pairs, or quote a text with a colon in it"),
        ("did not find expected key", "this fits no line above: begin each key at the column of its neighbours and write 'key: value'"),
        ("could not find expected ':'", "this is no 'key: value': write a colon and a space after the key"),
        ("did not find expected '-'", "this fits no line above: begin each item with '- ' at the column of its neighbours"),
        ("cannot start any token", "no text can begin with this character: put quotes around the text"),
        ("unknown escape character", "a backslash begins an escape within double quotes: write the text in single quotes"),
        ("hexadecimal number", "a backslash begins an escape within double quotes: write the text in single quotes"),
        ("Unicode", "a backslash begins an escape within double quotes: write the text in single quotes"),
        ("invalid comment", "a comment needs a space before its #"),
        ("comment between adjacent", "a comment ends a text: quote a text of several lines, or move the comment above it"),
        ("tab", "a tab indents the next line: YAML is indented with spaces"),
        ("expected node content", "a value is missing before this: write one, or remove the comma"),
        ("anchor or alias", "specs have no aliases: quote a text that begins with & or *"),
        ("more than one anchor", "specs have no anchors: quote a text that begins with &"),
        ("a tag", "specs have no YAML tags: quote a text that begins with !"),
        ("directive", "specs have no YAML directives: remove lines that begin with %"),
        ("block scalar", "a text after | or > begins on the next line, with one indentation for all of its lines"),
        ("<document start>", "this is neither a key nor a value: write 'key: value', and a key of at most 1024 characters"),
        ("<document end>", "this stands after the end of a value: remove it, or put quotes around the whole text"),
    ];

    public static SyntaxException Explain(TextLines lines, YamlException problem)
    {
        var start = Math.Max(0, (int)problem.Start.Index);
        if (OpenEnds.Find(lines) is { } openEnd && openEnd.Span.Start <= start)
        {
            return openEnd;
        }

        var message = Quote.Plain(problem.Message, longest: 200);
        var way = Ways.FirstOrDefault(way => problem.Message.Contains(way.Part)).Way;
        return new SyntaxException(SpecRules.NotYaml, lines.Span(start, start + 1), "this is not YAML: " + (way ?? message));
    }

    /// <summary>The parser failed in a way that it does not describe.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="reached">How far it was read.</param>
    public static SyntaxException Explain(TextLines lines, int reached) => OpenEnds.Find(lines)
        ?? new SyntaxException(SpecRules.NotYaml, lines.Span(reached, reached + 1), "this is not YAML: something before this is never finished; look for an open quote, bracket or key");
}
