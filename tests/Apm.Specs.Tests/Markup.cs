namespace Apm.Specs.Tests;

/// <summary>A text with <c>[|…|]</c> around each place where a diagnostic must be.</summary>
internal sealed record Markup(string Text, IReadOnlyList<(int Start, int Length)> Places)
{
    public static Markup Parse(string marked)
    {
        var places = new List<(int, int)>();
        var text = marked;
        for (var open = text.IndexOf("[|", StringComparison.Ordinal); open >= 0; open = text.IndexOf("[|", open, StringComparison.Ordinal))
        {
            text = text.Remove(open, 2);
            var close = text.IndexOf("|]", open, StringComparison.Ordinal);
            Assert.True(close >= 0, "a [| has no |]");
            text = text.Remove(close, 2);
            places.Add((open, close - open));
            open = close;
        }

        return new Markup(text, places);
    }

    /// <summary>Line and column of an offset, from 0.</summary>
    public (int Line, int Column) Position(int offset) =>
        (Text[..offset].Count(c => c == '\n'), offset - (Text[..offset].LastIndexOf('\n') + 1));
}
