namespace Apm.Specs.Tests.Acceptance.Markup;

/// <summary>A text in which <c>[|…|]</c> shows where a diagnostic must be.</summary>
internal sealed record MarkedText(string Text, int Start, int Length)
{
    public string Marked => Text.Substring(Start, Length);

    public int Line => Text[..Start].Count(c => c == '\n');

    public int Column => Start - (Text.LastIndexOf('\n', Math.Max(0, Start - 1)) is var lineBreak && Start == 0 ? 0 : lineBreak + 1);

    public static MarkedText Of(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", start + 2, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, "no [|…|] in the text");
        var text = marked.Remove(end, 2).Remove(start, 2);
        return new MarkedText(text, start, end - start - 2);
    }
}
