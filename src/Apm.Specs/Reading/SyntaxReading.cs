using Apm.Specs.Diagnostics;
using Apm.Specs.Syntax;
using YamlDotNet.Core;

namespace Apm.Specs.Reading;

/// <summary>Reads a text and turns whatever stops the reading into one diagnostic.</summary>
internal static class SyntaxReading
{
    public static MappingSyntax? Read(string file, TextLines lines, List<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        var found = new List<SpecDiagnostic>();
        try
        {
            TextGuards.Check(lines);
            switch (new SpecReader(file, lines, found, ct).Read())
            {
                case MappingSyntax root:
                    diagnostics.AddRange(found);
                    return root;
                case null or ScalarSyntax { IsNull: true }:
                    throw new SyntaxException(SpecRules.NotYaml, lines.Span(0, 0), "the file is empty: a spec begins with 'api:' or 'apm:'");
                case var other:
                    throw new SyntaxException(SpecRules.NotYaml, other.Span, "a spec is a mapping: lines of 'key: value'");
            }
        }
        catch (SyntaxException problem)
        {
            diagnostics.Add(new SpecDiagnostic(problem.Rule, new SpecLocation(file, problem.Span), problem.Message));
        }
        catch (YamlException problem)
        {
            var better = YamlProblem.Explain(lines, problem);
            diagnostics.Add(new SpecDiagnostic(better.Rule, new SpecLocation(file, better.Span), better.Message));
        }
#pragma warning disable CA1031 // A text that breaks the parser is an author's mistake to report, never a broken build.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            diagnostics.Add(new SpecDiagnostic(SpecRules.NotYaml, new SpecLocation(file, lines.Span(0, 0)), "this is not YAML: " + Quote.Plain(problem.Message)));
        }

        return null;
    }
}
