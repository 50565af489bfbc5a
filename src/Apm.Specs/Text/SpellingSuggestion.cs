namespace Apm.Specs;

/// <summary>What an author may have meant.</summary>
public static class SpellingSuggestion
{
    // A name that is longer is no typing mistake, and comparing costs the product of both lengths.
    private const int MaxLength = 80;
    private const int MaxDistance = 3;

    /// <returns>Null where no name is near.</returns>
    public static string? To(string text, IEnumerable<string> known)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        string? best = null;
        var rows = new Rows();
        var isSwapped = false;
        var distance = text.Length <= 3 ? 1 : text.Length <= 6 ? 2 : MaxDistance;
        foreach (var candidate in known)
        {
            if (string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }

            if (Math.Abs(candidate.Length - text.Length) > distance || rows.Distance(text, candidate, distance) is var found && found > distance)
            {
                continue;
            }

            if (found < distance || best is null || (!isSwapped && IsSwapped(text, candidate)))
            {
                (best, distance, isSwapped) = (candidate, found, IsSwapped(text, candidate));
            }
        }

        return best;
    }

    /// <returns>The only one that has the same letters in another order or case; null where there is none, or more than one.</returns>
    public static string? Swapped(string text, IEnumerable<string> known) =>
        known.Where(candidate => IsSwapped(text.ToUpperInvariant(), candidate.ToUpperInvariant())).Take(2).ToArray() is [var only] ? only : null;

    public static string DidYouMean(string text, IEnumerable<string> known, string otherwise) =>
        To(text, known) is { } near ? $"did you mean {MessageText.Of(near)}?" : otherwise;

    // Fingers swap letters more often than they hit others.
    private static bool IsSwapped(string text, string candidate)
    {
        if (text.Length != candidate.Length || text.Sum(c => c) != candidate.Sum(c => c))
        {
            return false;
        }

        var (left, right) = (text.ToCharArray(), candidate.ToCharArray());
        Array.Sort(left);
        Array.Sort(right);
        return left.SequenceEqual(right);
    }

    /// <summary>Three rows of the table in which two texts are compared, for all texts of one search.</summary>
    private sealed class Rows
    {
        private int[] _beforeLast = new int[MaxLength + MaxDistance + 2];
        private int[] _last = new int[MaxLength + MaxDistance + 2];
        private int[] _current = new int[MaxLength + MaxDistance + 2];

        /// <summary>Insertions, deletions, substitutions and swapped neighbours cost one each.</summary>
        /// <returns>More than <paramref name="most"/> where that is how far the texts are apart, or further.</returns>
        public int Distance(string left, string right, int most)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                _last[j] = j;
            }

            for (var i = 1; i <= left.Length; i++)
            {
                // Beyond this band, as many letters were inserted or deleted as make the texts too far apart.
                var (first, end) = (Math.Max(1, i - most), Math.Min(right.Length, i + most));
                var nearest = _current[first - 1] = first == 1 ? i : most + 1;
                for (var j = first; j <= end; j++)
                {
                    var above = j == i + most ? most + 1 : _last[j] + 1;
                    var cost = Math.Min(Math.Min(above, _current[j - 1] + 1), _last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                    if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    {
                        cost = Math.Min(cost, _beforeLast[j - 2] + 1);
                    }

                    _current[j] = cost;
                    nearest = Math.Min(nearest, cost);
                }

                if (nearest > most)
                {
                    return nearest;
                }

                (_beforeLast, _last, _current) = (_last, _current, _beforeLast);
            }

            return _last[right.Length];
        }
    }
}
