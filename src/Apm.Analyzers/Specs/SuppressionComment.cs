using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers;

/// <summary><c># suppress APM0014: why</c>, at the end of a line or on a line of its own above it. Only warnings and infos can be
/// suppressed, because a spec with errors generates no code.</summary>
internal static class SuppressionComment
{
    private const string Word = "# suppress ";

    /// <param name="line">The number of the line, from 0.</param>
    public static bool Covers(SourceText? text, int line, string id) =>
        text is not null
        && line < text.Lines.Count
        && (
            Names(Line(text, line), id)
            || (line > 0 && Line(text, line - 1).TrimStart().StartsWith(Word, StringComparison.Ordinal) && Names(Line(text, line - 1), id)));

    private static string Line(SourceText text, int line) => text.Lines[line].ToString();

    private static bool Names(string line, string id)
    {
        var start = line.LastIndexOf(Word, StringComparison.Ordinal);
        return start >= 0 && line.Substring(start + Word.Length).Split(':')[0].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Contains(id);
    }
}
