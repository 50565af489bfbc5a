using Apm.Specs;

namespace Apm.Fuzz.Specs;

/// <summary>Reads and binds a text as whatever it may be. Nothing is thrown, and every diagnostic lies within the text.</summary>
internal static class SpecCheck
{
    public const string Exception = "exception";
    public const string Place = "diagnostic outside of its text";

    /// <param name="file">Its name says of which kind the text is.</param>
    /// <param name="text">The spec.</param>
    /// <param name="others">The specs that it may name: its API, or the method that it extends.</param>
    /// <returns>What must not be; null where all is well.</returns>
    public static (string Kind, string Message)? Run(string file, string text, IReadOnlyList<ParsedSpec> others, out bool isAccepted)
    {
        isAccepted = false;
        try
        {
            var spec = SpecParser.Parse(file, text);
            var diagnostics = Bind(spec, others);
            isAccepted = diagnostics.All(diagnostic => diagnostic.Rule.Severity != SpecSeverity.Error);
            return
                diagnostics
                    .Select(diagnostic => diagnostic.Location.Span)
                    .Append(spec.IdLocation.Span)
                    .Select(span => Problem(text, span))
                    .FirstOrDefault(problem => problem is not null)
                    is { } problem
                ? (Place, problem)
                : null;
        }
#pragma warning disable CA1031 // Every exception is what a campaign looks for.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return (Exception, thrown.ToString());
        }
    }

    private static List<SpecDiagnostic> Bind(ParsedSpec spec, IReadOnlyList<ParsedSpec> others)
    {
        if (spec.Kind == SpecKind.Api)
        {
            // Its methods meet what it says.
            var methods = others
                .Where(other => other.Kind == SpecKind.Method && other.ApiId == spec.Id)
                .Take(2)
                .SelectMany(other => SpecBinder.BindMethod(other, spec).Diagnostics.Where(diagnostic => diagnostic.Location.File == spec.File));
            return [.. SpecBinder.BindApi(spec).Diagnostics, .. methods];
        }

        var texts = others.Where(other => other.File != spec.File).Append(spec).ToLookup(other => SpecEntry.Of(other));
        var references = new SpecCatalog(texts.Select(text => text.Key)).ReferencesOf(SpecEntry.Of(spec));
        return [.. SpecBinder.BindMethod(spec, references, entry => texts[entry].First()).Diagnostics];
    }

    private static string? Problem(string text, SpecSpan span) =>
        span.Start < 0 || span.Length < 0 || span.Start + span.Length > text.Length ? $"{span} is not within {text.Length} characters"
        : LineAndColumn(text, span.Start) != (span.Line, span.Column) || LineAndColumn(text, span.Start + span.Length) != (span.EndLine, span.EndColumn)
            ? $"{span} has another line or column than its offset"
        : null;

    private static (int Line, int Column) LineAndColumn(string text, int offset)
    {
        var (line, start) = (0, 0);
        for (var at = 0; at < offset; at++)
        {
            if (text[at] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n')))
            {
                line++;
                start = at + 1;
            }
        }

        return (line, offset - start);
    }
}
