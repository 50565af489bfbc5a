namespace Apm.Iso;

/// <summary>Tables of two-letter codes in ordinal order, without anything between them.</summary>
internal static class TwoLetterCodes
{
    private const int Width = 2;

    public static bool Contains(string table, string? code) => code is { Length: Width } && Contains(table, code, 0);

    /// <summary>Whether the table has the two letters at a place in a text. The text has both of them.</summary>
    public static bool Contains(string table, string text, int start)
    {
        var low = 0;
        var high = (table.Length / Width) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(table, middle * Width, text, start, Width);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    public static string[] All(string table)
    {
        var codes = new string[table.Length / Width];
        for (var index = 0; index < codes.Length; index++)
        {
            codes[index] = table.Substring(index * Width, Width);
        }

        return codes;
    }
}
