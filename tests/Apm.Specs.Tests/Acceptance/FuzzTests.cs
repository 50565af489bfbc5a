using Apm.Specs.Diagnostics;
using CsCheck;
using Spec = Apm.Specs.Tests.Acceptance.Markup.Spec;

namespace Apm.Specs.Tests.Acceptance;

/// <summary>Whatever a text holds, reading it ends with diagnostics inside the text and never with an exception.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Parts =
    [
        "\t", "\"", "'", "[", "]", "{", "}", ":", ": ", ",", "#", "|", ">", "-", "- ", "?", "&a", "*a", "!t", "<<", "\n", "\r", "\0", "%", "@", "...", "---", "~", "\ud800", "😀", "\u0085", "\ufeff",
        "type", "const", "required", "length", "pattern", "values", "limits", "min", "max", "fields", "request", "operations", "body", "currencies", "null", "true", "..", "1..", "$apm", "[|]", "{1000}", "(", "\\", "[^", "(?=",
    ];

    private static readonly Gen<string> Part = Gen.Frequency((3, Gen.Int[0, Parts.Length - 1].Select(at => Parts[at])), (1, Gen.String[0, 4]));

    private static Gen<string> Mutated(string text) =>
        from count in Gen.Int[1, 6]
        from edits in Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, 30], Part).Array[count]
        select edits.Aggregate(text, (edited, edit) =>
        {
            var at = Math.Min(edit.Item1, edited.Length);
            return edited[..at] + edit.Item3 + edited[Math.Min(edited.Length, at + edit.Item2)..];
        });

    [Fact]
    public void A_mutated_method() =>
        Mutated(Spec.RealMethod).Sample(text => Check(text, Spec.MethodDiagnostics(text, Spec.RealApi)), iter: 2_000);

    [Fact]
    public void A_mutated_API_and_its_method() =>
        Mutated(Spec.RealApi).Sample(text =>
        {
            Check(text, Spec.ApiDiagnostics(text));
            Check(Spec.RealMethod, Spec.MethodDiagnostics(Spec.RealMethod, text));
        }, iter: 1_000);

    [Fact]
    public void A_small_mutated_API() => Mutated(Spec.Api).Sample(text => Check(text, Spec.ApiDiagnostics(text)), iter: 2_000);

    [Fact]
    public void A_text_of_anything() =>
        Gen.OneOf(Gen.String[0, 400], Part.Array[0, 80].Select(parts => string.Concat(parts))).Sample(text =>
        {
            Check(text, Spec.MethodDiagnostics(text));
            Check(text, Spec.ApiDiagnostics(text));
        }, iter: 5_000);

    [Fact]
    public void Every_truncation()
    {
        for (var length = 0; length < Spec.RealMethod.Length; length++)
        {
            Check(Spec.RealMethod[..length], Spec.MethodDiagnostics(Spec.RealMethod[..length], Spec.RealApi));
        }

        for (var length = 0; length < Spec.RealApi.Length; length += 7)
        {
            Check(Spec.RealApi[..length], Spec.ApiDiagnostics(Spec.RealApi[..length]));
        }
    }

    [Fact]
    public void Every_line_left_out_or_doubled()
    {
        foreach (var (real, diagnose) in new (string, Func<string, IReadOnlyList<SpecDiagnostic>>)[]
        {
            (Spec.RealMethod, text => Spec.MethodDiagnostics(text, Spec.RealApi)),
            (Spec.RealApi, text => Spec.ApiDiagnostics(text)),
        })
        {
            var lines = real.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                var without = string.Join('\n', lines.Where((_, at) => at != line));
                Check(without, diagnose(without));
                var twice = string.Join('\n', lines.SelectMany((text, at) => at == line ? new[] { text, text } : [text]));
                Check(twice, diagnose(twice));
            }
        }
    }

    private static void Check(string text, IReadOnlyList<SpecDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var span = diagnostic.Location.Span;
            Assert.InRange(span.Start, 0, text.Length);
            Assert.InRange(span.Length, 0, text.Length - span.Start);
            Assert.Equal(LineAndColumn(text, span.Start), (span.Line, span.Column));
            Assert.Equal(LineAndColumn(text, span.Start + span.Length), (span.EndLine, span.EndColumn));
            Assert.NotEmpty(diagnostic.Message);
            Assert.DoesNotContain(diagnostic.Message, c => char.IsControl(c));
        }

        Assert.True(diagnostics.Count <= 200, $"{diagnostics.Count} diagnostics");
        Assert.True(diagnostics.Count(diagnostic => diagnostic.Rule.Id == "APM0001") <= 1, "more than one syntax error");
        Assert.Equal(diagnostics.Count, diagnostics.Distinct().Count());
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
