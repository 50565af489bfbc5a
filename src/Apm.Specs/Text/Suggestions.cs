namespace Apm.Specs;

/// <summary>Suggestions for the mistakes of one file. Their number is limited, because each needs a search through all names.</summary>
/// <param name="maxSearches">How many searches.</param>
internal sealed class Suggestions(int maxSearches)
{
    private int _left = maxSearches;

    /// <returns>Null where no name is near, and after the last search.</returns>
    public string? NearestTo(string text, IEnumerable<string> known) => _left-- > 0 ? SpellingSuggestion.To(text, known) : null;

    /// <summary>The code that means the same as a wrong one, or is near.</summary>
    /// <returns>Null where none is near, and after the last search.</returns>
    public string? Of(string code, FieldType type, IReadOnlyCollection<string> known) =>
        _left-- > 0 ? CodeCorrection.Same(code, type, known) ?? CodeCorrection.Likely(code, type, known) : null;

    public string DidYouMean(string text, IEnumerable<string> known, string otherwise) =>
        NearestTo(text, known) is { } near ? $"did you mean {MessageText.Of(near)}?" : otherwise;
}
