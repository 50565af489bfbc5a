using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>
/// A name that can be compared with others, to find out whether one is a misspelling of the other. Names of different things are often
/// similar, so few names count: those that differ in capitals and separators, in an s at the end of a word, or in one letter of a word.
/// </summary>
internal sealed class SimilarName(string name)
{
    // In a shorter word, one other letter often makes another word.
    private const int MinLength = 6;

    private const int MaxDifference = 4;

    private static readonly Regex s_words = new(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+|\p{Nd}+", RegexOptions.CultureInvariant);

    // Of a name in camel case or with separators, in small letters.
    private readonly string[] _words = [.. s_words.Matches(name).Cast<Match>().Select(word => word.Value.ToLowerInvariant())];

    public string Name { get; } = name;

    /// <summary>Whether the names differ only in capitals and separators.</summary>
    public bool HasWordsOf(SimilarName other) => Name != other.Name && string.Concat(_words) == string.Concat(other._words);

    public bool IsLike(SimilarName other)
    {
        // A word has at most one other letter. Separators are longer.
        if (Math.Abs(Name.Length - other.Name.Length) > MaxDifference)
        {
            return false;
        }

        if (_words.Length != other._words.Length)
        {
            return HasWordsOf(other);
        }

        var different = -1;
        for (var i = 0; i < _words.Length; i++)
        {
            if (_words[i] == other._words[i])
            {
                continue;
            }

            if (different >= 0)
            {
                return false;
            }

            different = i;
        }

        return different < 0 ? Name != other.Name : IsMisspelt(_words[different], other._words[different]);
    }

    private static bool IsMisspelt(string word, string other)
    {
        var (longer, shorter) = word.Length >= other.Length ? (word, other) : (other, word);
        if (char.IsDigit(word[0]) || char.IsDigit(other[0]) || (shorter, longer) is ("county", "country"))
        {
            return false;
        }

        var prefix = 0;
        while (prefix < shorter.Length && shorter[prefix] == longer[prefix])
        {
            prefix++;
        }

        var suffix = 0;
        while (suffix < shorter.Length - prefix && shorter[shorter.Length - 1 - suffix] == longer[longer.Length - 1 - suffix])
        {
            suffix++;
        }

        return (shorter.Length - prefix - suffix, longer.Length - prefix - suffix) switch
        {
            (0, 1) when suffix == 0 && longer[longer.Length - 1] == 's' => shorter.Length >= 3,
            (0, 1) => shorter.Length >= MinLength,
            // The endings of payer and payee, or of insurer and insured, make different words.
            (1, 1) => shorter.Length >= MinLength && suffix > 1,
            (2, 2) => shorter.Length >= MinLength && shorter[prefix] == longer[prefix + 1] && shorter[prefix + 1] == longer[prefix],
            _ => false,
        };
    }
}
