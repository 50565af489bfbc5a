using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Apm.Tests;

/// <summary>Times of ISO 8601 and RFC 3339, held against .NET's own parser.</summary>
public partial class TimestampTextTests
{
    [Theory]
    [InlineData("2025-06-01T10:00:00Z", "2025-06-01T10:00:00.0000000+00:00")]
    [InlineData("2025-06-01T10:00:00.1234567Z", "2025-06-01T10:00:00.1234567+00:00")]
    [InlineData("2025-06-01T10:00:00.12345678Z", "2025-06-01T10:00:00.1234567+00:00")]
    [InlineData("2025-06-01T10:00:00.123456789Z", "2025-06-01T10:00:00.1234567+00:00")]
    [InlineData("2025-06-01T10:00:00.999999999Z", "2025-06-01T10:00:00.9999999+00:00")]
    [InlineData("2025-06-01T10:00:00,123Z", "2025-06-01T10:00:00.1230000+00:00")]
    [InlineData("2025-06-01T12:00:00+02", "2025-06-01T12:00:00.0000000+02:00")]
    [InlineData("2025-06-01T12:00:00+0200", "2025-06-01T12:00:00.0000000+02:00")]
    [InlineData("2025-06-01T12:00:00+14:00", "2025-06-01T12:00:00.0000000+14:00")]
    [InlineData("2025-06-01T12:00:00-09:30", "2025-06-01T12:00:00.0000000-09:30")]
    [InlineData("2025-06-01T12:00:00-00:00", "2025-06-01T12:00:00.0000000+00:00")]
    [InlineData("2025-06-01t10:00:00z", "2025-06-01T10:00:00.0000000+00:00")]
    [InlineData("2025-06-01 10:00:00Z", "2025-06-01T10:00:00.0000000+00:00")]
    [InlineData("2025-06-01T10:00", "2025-06-01T10:00:00.0000000+00:00")]
    [InlineData("2025-06-01T10:00+05", "2025-06-01T10:00:00.0000000+05:00")]
    [InlineData("2025-06-01T10:00:00.5", "2025-06-01T10:00:00.5000000+00:00")]
    [InlineData("2024-02-29T23:59:59.9999999-14:00", "2024-02-29T23:59:59.9999999-14:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("2017-01-01T08:59:60.75+09", "2017-01-01T09:00:00.7500000+09:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void A_time_is_read(string text, string expected) => Assert.Equal(expected, Read(text)?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("2025-06-01")]
    [InlineData("2025-06-01T10")]
    [InlineData("2025-06-01T10:0")]
    [InlineData("2025-06-01T10:00:")]
    [InlineData("2025-06-01T10:00:00.")]
    [InlineData("2025-06-01T10:00.5")]
    [InlineData("2025-06-01T10:00:00.Z")]
    [InlineData("2025-06-01T10:00:00Z ")]
    [InlineData(" 2025-06-01T10:00:00Z")]
    [InlineData("2025-06-01T10:00:00ZZ")]
    [InlineData("2025-06-01T10:00:00+2")]
    [InlineData("2025-06-01T10:00:00+02:")]
    [InlineData("2025-06-01T10:00:00+020")]
    [InlineData("2025-06-01T10:00:00+02:60")]
    [InlineData("2025-06-01T10:00:00+14:01")]
    [InlineData("9999-12-31T22:59:60-01:00")]
    [InlineData("2025-06-01T24:00:00Z")]
    [InlineData("2025-06-01T10:60:00Z")]
    [InlineData("2025-06-01T10:00:60Z")]
    [InlineData("2025-06-01T23:59:60+01:00")]
    [InlineData("2025-06-01T23:59:61Z")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("2025-02-29T10:00:00Z")]
    [InlineData("2025-00-01T10:00:00Z")]
    [InlineData("2025-06-00T10:00:00Z")]
    [InlineData("0000-06-01T10:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("٢٠٢٥-06-01T10:00:00Z")]
    [InlineData("20250601T100000Z")]
    [InlineData("01/06/2025 10:00")]
    [InlineData("1748772000")]
    public void What_is_no_time_is_null(string text) => Assert.Null(Read(text));

    [Fact]
    public void Every_way_to_write_a_time_reads_as_that_time() =>
        Gen.Select(
            Gen.DateTime[new DateTime(1, 1, 2), new DateTime(9999, 12, 30)],
            Gen.Int[-14 * 60, 14 * 60],
            Gen.Int[0, 9],
            Gen.Char["Tt "],
            Gen.Char[".,"],
            Gen.Int[0, 4])
        .Sample((date, minutes, decimals, separator, point, style) =>
        {
            // An offset in hours alone cannot say minutes, and one that is left out, or Z, is 0.
            var offset = TimeSpan.FromMinutes(style switch { <= 1 => 0, 2 => minutes / 60 * 60, _ => minutes });
            var unit = (long)Math.Pow(10, Math.Max(7 - decimals, 0));
            var time = new DateTimeOffset(date.Ticks / unit * unit, offset);
            var fraction = (time.Ticks % TimeSpan.TicksPerSecond).ToString("D7", CultureInfo.InvariantCulture) + "00";
            var sign = offset < TimeSpan.Zero ? "-" : "+";
            var text = time.ToString($"yyyy-MM-dd'{separator}'HH:mm:ss", CultureInfo.InvariantCulture) + (decimals == 0 ? "" : point + fraction[..decimals])
                + style switch
                {
                    0 => "",
                    1 => separator == 'T' ? "Z" : "z",
                    2 => sign + offset.ToString("hh", CultureInfo.InvariantCulture),
                    3 => sign + offset.ToString("hhmm", CultureInfo.InvariantCulture),
                    _ => sign + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
                };
            Assert.Equal(time, Read(text));
            Assert.Equal(time.Offset, Read(text)!.Value.Offset);
        });

    [Fact]
    public void Whatever_the_text_it_is_read_as_the_reference_reads_it() =>
        Gen.Select(
            Gen.OneOf("2025-06-01T10:00:00.123456789+02:00", "2024-02-29t23:59:58,1z", "0001-01-01T00:00+0130", "9999-12-31 23:59:59-14"),
            Gen.Select(Gen.Int[0, 40], Gen.Int[0, 3], Gen.Char["0123456789Zz+-:., Tt/\0\n٢"].Array[0, 3]).Array[0, 3])
        .Sample((text, changes) =>
        {
            foreach (var (at, removed, added) in changes)
            {
                var start = Math.Min(at, text.Length);
                text = text[..start] + new string(added) + text[Math.Min(start + removed, text.Length)..];
            }

            var (read, reference) = (Read(text), Reference(text));
            Assert.True(read == reference && read?.Offset == reference?.Offset, $"'{text}' is read as {read:O}, and {reference:O} by the reference");
        }, iter: 20_000);

    private static DateTimeOffset? Read(string text) => TimestampText.TryParse(text, out var time) ? time : null;

    // Every way to write a time brought into the one that .NET reads. .NET has no leap seconds; they have examples of their own.
    private static DateTimeOffset? Reference(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var seconds = match.Groups["s"].Success ? match.Groups["s"].Value : ":00";
        if (seconds == ":60")
        {
            return Read(text);
        }

        var ticks = (match.Groups["f"].Value + "0000000")[..7];
        var zone = match.Groups["h"].Success ? $"{match.Groups["h"].Value}:{(match.Groups["m"].Success ? match.Groups["m"].Value : "00")}" : "Z";
        return DateTimeOffset.TryParseExact(
            $"{match.Groups["d"].Value}T{match.Groups["t"].Value}{seconds}.{ticks}{zone}",
            "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time) ? time : null;
    }

    [GeneratedRegex(@"\A(?<d>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<t>[0-9]{2}:[0-9]{2})"
        + @"((?<s>:[0-9]{2})([.,](?<f>[0-9]+))?)?([Zz]|(?<h>[+-][0-9]{2})(:?(?<m>[0-9]{2}))?)?\z")]
    private static partial Regex Form();
}
