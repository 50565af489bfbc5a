namespace Apm.Specs.Binding;

/// <summary>What an author may have meant.</summary>
internal static class Nearest
{
    // A name that is longer is no typing mistake, and comparing costs the product of both lengths.
    private const int Longest = 80;

    /// <returns>Null where nothing is near.</returns>
    public static string? To(string text, IEnumerable<string> known)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        string? best = null;
        var distance = text.Length <= 3 ? 1 : text.Length <= 6 ? 2 : 3;
        foreach (var candidate in known)
        {
            if (string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }

            if (Math.Abs(candidate.Length - text.Length) <= distance && Distance(text, candidate) is var found && (found < distance || (found == distance && (best is null || (IsSwapped(text, candidate) && !IsSwapped(text, best))))))
            {
                (best, distance) = (candidate, found);
            }
        }

        return best;
    }

    /// <returns>The only one that has the same letters in another order or case; null where there is none, or more than one.</returns>
    public static string? Swapped(string text, IEnumerable<string> known) =>
        known.Where(candidate => IsSwapped(text.ToUpperInvariant(), candidate.ToUpperInvariant())).Take(2).ToArray() is [var only] ? only : null;

    // Fingers swap letters more often than they hit others.
    private static bool IsSwapped(string text, string candidate) =>
        text.Length == candidate.Length && text.OrderBy(c => c).SequenceEqual(candidate.OrderBy(c => c));

    public static string DidYouMean(string text, IEnumerable<string> known, string otherwise) =>
        To(text, known) is { } near ? $"did you mean {Quote.Of(near)}?" : otherwise;

    // Insertions, deletions, substitutions and swapped neighbours cost one each.
    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = left[i - 1] == right[j - 1];
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }
}
