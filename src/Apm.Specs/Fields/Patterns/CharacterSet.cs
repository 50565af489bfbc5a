using System.Globalization;
using System.Text;

namespace Apm.Specs;

/// <summary>A set of UTF-16 code units without surrogates: ranges in ordinal order, with a gap between each two.</summary>
internal sealed class CharacterSet
{
    private readonly List<(char First, char Last)> _ranges = [];

    public CharacterSet(IEnumerable<(char First, char Last)> ranges)
    {
        var all = ranges.ToList();
        if (all.Count > 1)
        {
            all.Sort((one, other) => one.First.CompareTo(other.First));
        }

        foreach (var range in all)
        {
            if (_ranges.Count > 0 && range.First <= _ranges[_ranges.Count - 1].Last + 1)
            {
                var last = _ranges[_ranges.Count - 1];
                _ranges[_ranges.Count - 1] = (last.First, (char)Math.Max(last.Last, range.Last));
            }
            else
            {
                _ranges.Add(range);
            }
        }
    }

    public IReadOnlyList<(char First, char Last)> Ranges => _ranges;

    public int Count => _ranges.Sum(range => range.Last - range.First + 1);

    public static CharacterSet Of(char c) => new([(c, c)]);

    /// <summary>Joins all sets at once, because joining them one by one would sort the ranges many times.</summary>
    public static CharacterSet Union(IEnumerable<CharacterSet> sets) => new(sets.SelectMany(set => set._ranges));

    public bool Contains(char c)
    {
        var (low, high) = (0, _ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (c < _ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (c > _ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All other characters, without surrogates.</summary>
    public CharacterSet Complement()
    {
        var rest = new List<(char, char)>();
        var next = 0;
        foreach (var (first, last) in _ranges)
        {
            AddWithoutSurrogates(rest, next, first - 1);
            next = last + 1;
        }

        AddWithoutSurrogates(rest, next, char.MaxValue);
        return new CharacterSet(rest);
    }

    private static void AddWithoutSurrogates(List<(char, char)> ranges, int first, int last)
    {
        const int Low = 0xd800, High = 0xdfff;
        if (first <= Math.Min(last, Low - 1))
        {
            ranges.Add(((char)first, (char)Math.Min(last, Low - 1)));
        }

        if (Math.Max(first, High + 1) <= last)
        {
            ranges.Add(((char)Math.Max(first, High + 1), (char)last));
        }
    }

    /// <returns>The first character that the other set does not contain; null if there is none.</returns>
    public char? FirstOutside(CharacterSet other)
    {
        var at = 0;
        foreach (var (first, last) in _ranges)
        {
            while (at < other._ranges.Count && other._ranges[at].Last < first)
            {
                at++;
            }

            // There is a gap after each range. If the other range ends too early, the next character is missing.
            if (at == other._ranges.Count || other._ranges[at].First > first)
            {
                return first;
            }

            if (other._ranges[at].Last < last)
            {
                return (char)(other._ranges[at].Last + 1);
            }
        }

        return null;
    }

    /// <summary>Every character, in ordinal order.</summary>
    public string All()
    {
        var all = new StringBuilder();
        foreach (var (first, last) in _ranges)
        {
            for (int c = first; c <= last; c++)
            {
                all.Append((char)c);
            }
        }

        return all.ToString();
    }

    /// <summary>The set as a .NET regular expression. A single character has no brackets.</summary>
    public string ToRegex()
    {
        if (Count == 1)
        {
            return Escape(_ranges[0].First);
        }

        var regex = new StringBuilder("[");
        foreach (var (first, last) in _ranges)
        {
            regex.Append(last > first + 1 ? RangeEnd(first) + "-" + RangeEnd(last) : last > first ? Escape(first) + Escape(last) : Escape(first));
        }

        return regex.Append(']').ToString();
    }

    // In .NET, an escaped hyphen cannot begin a range: \--; is not the range from - to ;.
    private static string RangeEnd(char c) => c == '-' ? "\\u002d" : Escape(c);

    private static string Escape(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or ' ' ? c.ToString()
        : c is > ' ' and < '\u007f' ? "\\" + c
        : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);
}
