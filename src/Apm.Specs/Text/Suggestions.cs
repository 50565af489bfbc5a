namespace Apm.Specs;

/// <summary>Suggestions for the mistakes of one file. Their number is limited, because each needs a search through all names.</summary>
/// <param name="maxSearches">How many searches.</param>
internal sealed class Suggestions(int maxSearches)
{
    private int _left = maxSearches;

    /// <returns>Null where no name is near, and after the last search.</returns>
    public string? NearestTo(string text, IEnumerable<string> known) => _left-- > 0 ? SpellingSuggestion.To(text, known) : null;

    public string DidYouMean(string text, IEnumerable<string> known, string otherwise) =>
        NearestTo(text, known) is { } near ? $"did you mean {MessageText.Of(near)}?" : otherwise;
}
