namespace Apm.Specs;

/// <summary>What an author may have meant, for as many mistakes of one file as somebody reads: each costs a search through all names.</summary>
/// <param name="most">How many searches.</param>
internal sealed class Suggestions(int most)
{
    private int _left = most;

    /// <returns>Null where nothing is near, and where the file has more mistakes than are explained.</returns>
    public string? NearestTo(string text, IEnumerable<string> known) => _left-- > 0 ? SpellingSuggestion.To(text, known) : null;

    public string DidYouMean(string text, IEnumerable<string> known, string otherwise) =>
        NearestTo(text, known) is { } near ? $"did you mean {MessageText.Of(near)}?" : otherwise;
}
