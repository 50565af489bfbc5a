using Apm.Specs.Diagnostics;
using YamlDotNet.Core;

namespace Apm.Specs.Reading;

/// <summary>What stopped the YAML parser, in the words of someone who writes a spec.</summary>
internal static class YamlProblem
{
    public static SyntaxException Explain(TextLines lines, YamlException problem)
    {
        var start = (int)problem.Start.Index;
        var span = lines.Span(start, start + 1);
        return new SyntaxException(SpecRules.NotYaml, span, "this is not YAML: " + Quote.Plain(problem.Message));
    }
}
