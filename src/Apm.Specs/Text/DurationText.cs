using System.Globalization;

namespace Apm.Specs;

/// <summary>A duration such as <c>90s</c>, <c>15m</c>, <c>24h</c> or <c>7d</c>.</summary>
internal static class DurationText
{
    private const int MinSeconds = 60;
    private const int MaxSeconds = 30 * 24 * 3600;

    /// <summary>The number of seconds; null if the value is reported.</summary>
    public static int? Read(SpecValue entry)
    {
        if (entry.Scalar() is not { } scalar)
        {
            return null;
        }

        var text = scalar.Value.Trim();
        var unit = text[text.Length - 1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 24 * 3600,
            _ => 0,
        };
        if (unit > 0
            && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (long)number * unit is >= MinSeconds and <= MaxSeconds and var seconds)
        {
            return (int)seconds;
        }

        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            scalar.Span,
            $"{MessageText.Of(text)} is not a duration: '{entry.Name}' must be {entry.Hint}, a number with s, m, h or d, from one minute to 30 days");
        return null;
    }
}
