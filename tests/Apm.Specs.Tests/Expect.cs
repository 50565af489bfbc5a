namespace Apm.Specs.Tests;

/// <summary>What is to be said about a marked text, and where.</summary>
internal static class Expect
{
    /// <summary>One diagnostic of the rule at each marked place, and no other except information.</summary>
    /// <returns>The first of them, whose message has the words.</returns>
    public static SpecDiagnostic At(SpecDescriptor rule, string marked, Func<string, IEnumerable<SpecDiagnostic>> read, params string[] words)
    {
        var markup = Markup.Parse(marked);
        var found = read(markup.Text).Where(diagnostic => diagnostic.Rule.Severity != SpecSeverity.Info || diagnostic.Rule == rule).ToList();
        var expected = markup.Places.Select(place => Print(rule, markup, place.Start, place.Length)).ToList();
        var actual = found.Select(diagnostic => Print(diagnostic.Rule, markup, diagnostic.Location.Span)).ToList();
        Assert.True(
            expected.Count > 0 && expected.SequenceEqual(actual),
            $"Expected:\n{string.Join("\n", expected)}\nActual:\n"
                + string.Join("\n", actual.Zip(found, (place, diagnostic) => $"{place}: {diagnostic.Message}")));
        Assert.All(words, word => Assert.Contains(word, found[0].Message, StringComparison.Ordinal));
        return found[0];
    }

    public static SpecDescriptor Rule(string id) => SpecDescriptors.All.Single(rule => rule.Id == id);

    /// <summary>Replaces a part that stands in the text exactly once.</summary>
    public static string Edited(this string text, string part, string by)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the text has no '{part}'");
        Assert.True(text.IndexOf(part, at + 1, StringComparison.Ordinal) < 0, $"the text has '{part}' more than once");
        return text.Remove(at, part.Length).Insert(at, by);
    }

    /// <summary>The part of a text that a diagnostic points at.</summary>
    public static string Part(this string text, SpecLocation? location) => text.Substring(location!.Span.Start, location.Span.Length);

    private static string Print(SpecDescriptor rule, Markup markup, int start, int length)
    {
        var (line, column) = markup.Position(start);
        return Print(rule, markup, new SpecSpan(start, length, line, column, 0, 0));
    }

    private static string Print(SpecDescriptor rule, Markup markup, SpecSpan span) =>
        $"{rule.Id} at {span.Start} ({span.Line + 1},{span.Column + 1}) '{markup.Text.Substring(span.Start, span.Length)}'";
}
