namespace Apm.Specs;

/// <summary>Reads a text. A syntax error becomes one diagnostic.</summary>
internal static class YamlReader
{
    public static MappingSyntax? Read(string file, TextLines lines, List<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        var found = new List<SpecDiagnostic>();
        YamlParser? parser = null;
        try
        {
            TextGuards.Check(lines);
            parser = new YamlParser(file, lines, found, ct);
            switch (parser.Read())
            {
                case MappingSyntax root:
                    diagnostics.AddRange(found);
                    return root;
                case null or ScalarSyntax { IsNull: true }:
                    throw new SyntaxException(SpecDescriptors.NotYaml, lines.Span(0, 0), "the file is empty: a spec must begin with 'api:' or 'apm:'");
                case var other:
                    throw new SyntaxException(SpecDescriptors.NotYaml, other.Span, "a spec must be a mapping: write lines of 'key: value'");
            }
        }
        catch (SyntaxException problem)
        {
            diagnostics.Add(new SpecDiagnostic(problem.Rule, new SpecLocation(file, problem.Span), problem.Message));
        }
#pragma warning disable CA1031 // A text that breaks the parser is an author's mistake to report, never a broken build.
        catch (Exception problem) when (problem is not OperationCanceledException && parser is not null)
#pragma warning restore CA1031
        {
            var explained = parser.Explain(problem);
            diagnostics.Add(new SpecDiagnostic(explained.Rule, new SpecLocation(file, explained.Span), explained.Message));
        }

        return null;
    }
}
