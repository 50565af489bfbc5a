using Apm.Fuzz.Specs;
using CsCheck;

namespace Apm.Specs.Tests;

/// <summary>Whatever a text holds, reading it ends with diagnostics inside the text and never with an exception.</summary>
public class RandomTextTests
{
    [Fact]
    public void A_mutated_method() => RandomText.Mutated(RealSpecs.Method).Sample(CheckMethod, iter: 1_500);

    [Fact]
    public void A_mutated_API_and_its_method() => RandomText.Mutated(RealSpecs.Api).Sample(CheckApi, iter: 500);

    [Fact]
    public void A_small_mutated_API() => RandomText.Mutated(Gateway.Api).Sample(CheckApi, iter: 1_000);

    [Fact]
    public void A_text_of_anything() =>
        RandomText.Anything.Sample(text =>
        {
            CheckMethod(text);
            CheckApi(text);
        }, iter: 2_000);

    [Fact]
    public void Every_beginning()
    {
        for (var length = 0; length < RealSpecs.Method.Length; length++)
        {
            CheckMethod(RealSpecs.Method[..length]);
        }

        for (var length = 0; length < RealSpecs.Api.Length; length += 13)
        {
            CheckApi(RealSpecs.Api[..length]);
        }
    }

    [Fact]
    public void Every_line_left_out_or_doubled()
    {
        foreach (var (real, check) in new (string, Action<string>)[] { (RealSpecs.Method, CheckMethod), (RealSpecs.Api, CheckApi) })
        {
            var lines = real.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                check(string.Join('\n', [.. lines[..line], .. lines[(line + 1)..]]));
                check(string.Join('\n', [.. lines[..line], lines[line], .. lines[line..]]));
            }
        }
    }

    private static void CheckMethod(string text)
    {
        Check(text, SpecParser.Parse(RealSpecs.MethodFile, text).IdLocation.Span);
        Check(text, RealSpecs.BindMethod(text).Diagnostics);
    }

    private static void CheckApi(string text)
    {
        var api = SpecParser.Parse(RealSpecs.ApiFile, text);
        Check(text, api.IdLocation.Span);
        Check(text, SpecBinder.BindApi(api).Diagnostics);
        Check(RealSpecs.Method, RealSpecs.BindMethod(RealSpecs.Method, api).Diagnostics);
    }

    private static void Check(string text, IReadOnlyList<SpecDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Check(text, diagnostic.Location.Span);
            Assert.NotEmpty(diagnostic.Message);
            Assert.DoesNotContain(diagnostic.Message, c => char.IsControl(c));
        }

        Assert.True(diagnostics.Count <= 200, $"{diagnostics.Count} diagnostics");
        Assert.True(diagnostics.Count(diagnostic => diagnostic.Rule == SpecDescriptors.NotYaml) <= 1, "more than one syntax error");
        Assert.Empty(diagnostics.GroupBy(diagnostic => diagnostic).Where(same => same.Count() > 1).Select(same => $"{same.Count()} times {same.Key}"));
    }

    private static void Check(string text, SpecSpan span)
    {
        Assert.InRange(span.Start, 0, text.Length);
        Assert.InRange(span.Length, 0, text.Length - span.Start);
        Assert.Equal(LineAndColumn(text, span.Start), (span.Line, span.Column));
        Assert.Equal(LineAndColumn(text, span.Start + span.Length), (span.EndLine, span.EndColumn));
    }

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
