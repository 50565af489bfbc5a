namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>
/// What is left of a text when the line that cannot be read is passed over. Code that uses a method keeps its members,
/// and the author sees the one mistake.
/// </summary>
internal static class Recovery
{
    private const int Lines = 3;

    public static MappingSyntax? Read(string file, string text, SpecDiagnostic mistake, CancellationToken ct)
    {
        for (var passed = 0; passed < Lines && mistake.Rule == SpecDescriptors.NotYaml; passed++)
        {
            if (Without(text, mistake.Location.Span.Line) is not { } shorter)
            {
                return null;
            }

            text = shorter;
            var further = new List<SpecDiagnostic>();
            if (YamlReader.Read(file, new TextLines(text), further, ct) is { } root)
            {
                return root;
            }

            mistake = further[further.Count - 1];
        }

        return null;
    }

    // Blanks, so that everything else stays where it is.
    private static string? Without(string text, int line)
    {
        var lines = new TextLines(text);
        if (line >= lines.Count || lines.End(line) <= lines.Start(line) || lines.End(line) > text.Length)
        {
            return null;
        }

        var start = lines.Start(line);
        return text.Substring(0, start) + new string(' ', lines.End(line) - start) + text.Substring(lines.End(line));
    }
}
