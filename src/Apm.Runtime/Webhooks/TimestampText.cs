namespace Apm;

/// <summary>
/// Reads the formats of time that gateways use: the extended format of ISO 8601, and the further formats of RFC 3339. The year is
/// first. A <c>T</c>, a <c>t</c> or a blank follows the date. Seconds and the offset are optional. Decimals follow a dot or a comma.
/// </summary>
internal static class TimestampText
{
    // The largest offset in use, and the largest that DateTimeOffset accepts.
    private const long MaxOffset = 14 * TimeSpan.TicksPerHour;
    private const long LastMinuteOfDay = TimeSpan.TicksPerDay - TimeSpan.TicksPerMinute;

    /// <summary>Reads a time.</summary>
    /// <param name="text">The whole text, which must contain only the time.</param>
    /// <param name="time">The time, truncated to a tick (100 ns). A time without an offset is UTC.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (!TryTakeDate(ref text, out var date)
            || !TryTakeMinute(ref text, out var minute)
            || !TryTakeSecond(ref text, out var second)
            || !TryTakeOffset(ref text, out var offset)
            || !text.IsEmpty)
        {
            return false;
        }

        // A leap second ends a day in UTC. .NET types cannot represent it, so it becomes the first second of the next day.
        var utc = date + minute - offset;
        if (second >= TimeSpan.TicksPerMinute && utc % TimeSpan.TicksPerDay != LastMinuteOfDay)
        {
            return false;
        }

        var ticks = date + minute + second;
        if (!IsDate(ticks) || !IsDate(utc + second))
        {
            return false;
        }

        time = new DateTimeOffset(ticks, new TimeSpan(offset));
        return true;
    }

    private static bool TryTakeDate(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryTakeNumber(ref text, 4, 9999, out var year) || year == 0
            || !TryTake(ref text, "-") || !TryTakeNumber(ref text, 2, 12, out var month) || month == 0
            || !TryTake(ref text, "-") || !TryTakeNumber(ref text, 2, DateTime.DaysInMonth(year, month), out var day) || day == 0)
        {
            return false;
        }

        ticks = new DateTime(year, month, day).Ticks;
        return true;
    }

    private static bool TryTakeMinute(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryTake(ref text, "Tt ") || !TryTakeNumber(ref text, 2, 23, out var hour)
            || !TryTake(ref text, ":") || !TryTakeNumber(ref text, 2, 59, out var minute))
        {
            return false;
        }

        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        return true;
    }

    private static bool TryTakeSecond(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryTake(ref text, ":"))
        {
            return true;
        }

        if (!TryTakeNumber(ref text, 2, 60, out var second))
        {
            return false;
        }

        ticks = second * TimeSpan.TicksPerSecond;
        if (!TryTake(ref text, ".,"))
        {
            return true;
        }

        var decimals = text.IndexOfAnyExceptInRange('0', '9');
        decimals = decimals < 0 ? text.Length : decimals;
        var worth = TimeSpan.TicksPerSecond;
        foreach (var digit in text[..decimals])
        {
            worth /= 10;
            ticks += (digit - '0') * worth;
        }

        text = text[decimals..];
        return decimals > 0;
    }

    private static bool TryTakeOffset(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || TryTake(ref text, "Zz"))
        {
            return true;
        }

        var isBehind = text[0] == '-';
        if (!TryTake(ref text, "+-") || !TryTakeNumber(ref text, 2, 23, out var hours))
        {
            return false;
        }

        var minutes = 0;
        if ((TryTake(ref text, ":") || !text.IsEmpty) && !TryTakeNumber(ref text, 2, 59, out minutes))
        {
            return false;
        }

        var distance = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        ticks = isBehind ? -distance : distance;
        return ticks is >= -MaxOffset and <= MaxOffset;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, ReadOnlySpan<char> anyOf)
    {
        if (text.IsEmpty || !anyOf.Contains(text[0]))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> text, int digits, int max, out int number)
    {
        number = 0;
        if (text.Length < digits)
        {
            return false;
        }

        foreach (var digit in text[..digits])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        text = text[digits..];
        return number <= max;
    }

    private static bool IsDate(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
}
