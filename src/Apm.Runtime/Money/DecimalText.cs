namespace Apm;

/// <summary>Converts between minor units and major units without rounding.</summary>
internal static class DecimalText
{
    public const int MaximumDecimals = 18;

    public static long Scale(int decimals)
    {
        var scale = 1L;
        for (var index = 0; index < decimals; index++)
        {
            scale *= 10;
        }

        return scale;
    }

    public static decimal ToMajor(long minorUnits, int decimals)
    {
        var magnitude = (ulong)Math.Abs((decimal)minorUnits);
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, minorUnits < 0, (byte)decimals);
    }

    public static bool TryToMinorUnits(decimal major, int decimals, out long minorUnits)
    {
        minorUnits = 0;
        var scale = Scale(decimals);
        if (major > long.MaxValue / scale + 1m || major < long.MinValue / scale - 1m)
        {
            return false;
        }

        var scaled = major * scale;
        if (scaled != decimal.Truncate(scaled) || scaled > long.MaxValue || scaled < long.MinValue)
        {
            return false;
        }

        minorUnits = (long)scaled;
        return true;
    }
}
