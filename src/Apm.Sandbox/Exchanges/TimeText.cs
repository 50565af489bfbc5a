using System.Globalization;
using System.Text.RegularExpressions;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads times in ISO 8601 and RFC 3339 as a text in a file of exchanges.</summary>
internal static partial class TimeText
{
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>Null if the text is not such a time. Decimals beyond 100 ns are cut off. A time without an offset is UTC.</summary>
    public static string? Of(string? text)
    {
        if (text is null || Time().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var offset = (Number(match, "oh") * 60) + Number(match, "om");
        if (hour > 23 || minute > 59 || second > 60 || Number(match, "oh") > 23 || Number(match, "om") > 59 || offset > MaxOffsetMinutes
            || !DateTime.TryParseExact(match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        try
        {
            var atMinute = day.AddHours(hour).AddMinutes(minute);
            var isBehind = match.Groups["sign"].Value == "-";
            var utc = atMinute.AddMinutes(isBehind ? offset : -offset);
            if (second == 60 && utc.TimeOfDay != new TimeSpan(23, 59, 0))
            {
                return null;
            }

            var ticks = (second * TimeSpan.TicksPerSecond) + long.Parse(fraction, CultureInfo.InvariantCulture);
            _ = atMinute.AddTicks(ticks);
            return ExchangeReading.TextOf(new DateTimeOffset(utc.AddTicks(ticks), TimeSpan.Zero));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,](?<fraction>[0-9]+))?)?"
            + @"([Zz]|(?<sign>[+-])(?<oh>[0-9]{2})(:?(?<om>[0-9]{2}))?)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
