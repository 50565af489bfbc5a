using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Apm.Analyzers.Tests.Programs;

public class BrokenProgramTests
{
    private const int Count = 150;

    private static readonly Gen<(int[] Row, (int How, int At)[] Edits)> s_broken =
        Gen.Select(Choices.Rows, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 100_000]).Array[1, 3]);

    [Fact]
    public async Task Code_that_is_being_typed_is_analysed_and_nothing_is_said_of_what_the_compiler_refuses()
    {
        var random = new PCG(1, 1);
        var trees = Enumerable
            .Range(0, Count)
            .Select(number =>
            {
                var (row, edits) = s_broken.Generate(random, null, out _);
                return Shop.Tree(edits.Aggregate(ShopProgram.Of(row).Class(number), (code, edit) => Edit(code, edit.How, edit.At)), $"{number}");
            });
        var compilation = Shop.Compilation(
            "Broken",
            [Shop.Tree(Shop.Usings), Shop.Tree(Store.Till), Shop.Tree(Store.Helpers), .. trees],
            withSpecs: true);
        var errors = compilation
            .GetDiagnostics()
            // A statement after a type is refused for its place alone.
            .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not "CS8803" })
            .ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath);
        var found = await Shop.AnalyzeAsync(compilation);

        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, diagnostic => !diagnostic.Id.StartsWith("APM1", StringComparison.Ordinal));
        Assert.All(found, diagnostic => Assert.DoesNotContain(errors[diagnostic.Location.SourceTree!.FilePath], error =>
            error.Location.SourceSpan.OverlapsWith(diagnostic.Location.SourceSpan)));
    }

    private static string Edit(string code, int how, int at)
    {
        var tokens = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        if (tokens.Length == 0)
        {
            return code;
        }

        var token = tokens[at % tokens.Length];
        var lines = code.Split('\n');
        var line = at % lines.Length;
        return how switch
        {
            0 => code.Remove(token.SpanStart, token.Span.Length),
            1 => string.Join('\n', lines.Where((_, index) => index != line)),
            2 => string.Join('\n', lines.SelectMany((text, index) => index == line ? (string[])[text, text] : [text])),
            3 => code.Insert(token.SpanStart, token.Text + " "),
            _ => code[..token.SpanStart],
        };
    }
}
