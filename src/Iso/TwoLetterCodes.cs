namespace Apm.Iso;

/// <summary>Tables of two-letter codes in ordinal order, without anything between them.</summary>
internal static class TwoLetterCodes
{
    private const int Width = 2;

    public static bool Contains(string table, string? code)
    {
        if (code is null || code.Length != Width)
        {
            return false;
        }

        var low = 0;
        var high = (table.Length / Width) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(table, middle * Width, code, 0, Width);
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
