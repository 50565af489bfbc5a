namespace Apm.Specs;

/// <summary><c># suppress APM0014: why</c>, at the end of a line or on a line of its own above it. Only warnings and infos can be
/// suppressed, because a spec with errors generates no code.</summary>
public static class SuppressionComment
{
    private const string Word = "# suppress ";

    /// <param name="line">The line with the diagnostic.</param>
    /// <param name="above">The line above it; null if there is none.</param>
    /// <param name="id">The id of the diagnostic.</param>
    public static bool Covers(string line, string? above, string id) =>
        Names(line, id) || (above is not null && above.TrimStart().StartsWith(Word, StringComparison.Ordinal) && Names(above, id));

    private static bool Names(string line, string id)
    {
        var start = line.LastIndexOf(Word, StringComparison.Ordinal);
        return start >= 0 && line.Substring(start + Word.Length).Split(':')[0].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Contains(id);
    }
}
