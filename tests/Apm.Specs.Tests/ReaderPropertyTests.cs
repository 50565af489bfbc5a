using Apm.Specs.Diagnostics;
using CsCheck;

namespace Apm.Specs.Tests;

public class ReaderPropertyTests
{
    private static readonly string[] Scraps =
    [
        "{", "}", "[", "]", ":", ": ", "- ", ",", "\"", "'", "#", "\n", "\r\n", "\t", "  ", "&a", "*a", "!x", "|", ">", "---\n", "...\n", "%", "@", "<<: ", "? ", "\\", "~", "null", "true",
        "NO", "1..", "50.000", "1e3", "\0", "\ud800", "\udc00", "é", "\u2028", "\ufeff", "type: ", "values: [A, A]", "pattern: '(a'", "length: 9..1", "required: false", "a.b.c", "..", "instruction.value.x: { type: string }\n",
    ];

    private static readonly Gen<(bool IsApi, string Text)> Mutated =
        from isApi in Gen.Bool
        from edits in Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 12], Gen.Int[0, Scraps.Length], Gen.Bool).Array[1, 4]
        select (isApi, edits.Aggregate(isApi ? RepositoryFiles.Api : RepositoryFiles.Method, Mutate));

    private static string Mutate(string text, (int At, int Removed, int Scrap, bool IsCut) edit)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var at = edit.At % text.Length;
        if (edit.IsCut && edit.Removed == 12)
        {
            return text[..at];
        }

        return text.Remove(at, Math.Min(edit.Removed, text.Length - at)).Insert(at, edit.Scrap == Scraps.Length ? "" : Scraps[edit.Scrap]);
    }

    [Fact]
    public void No_text_makes_it_throw_and_every_place_lies_inside_the_text() =>
        Mutated.Sample(sample => Check(sample.IsApi, sample.Text), iter: 1500);

    [Fact]
    public void No_scraps_make_it_throw() =>
        Gen.Int[0, Scraps.Length - 1].Array[0, 40].Sample(scraps => Check(isApi: scraps.Length % 2 == 0, "apm: a\n" + string.Concat(scraps.Select(scrap => Scraps[scrap]))), iter: 1500);

    [Fact]
    public void No_beginning_of_a_spec_makes_it_throw()
    {
        for (var length = 0; length < RepositoryFiles.Method.Length; length++)
        {
            Assert.True(Check(isApi: false, RepositoryFiles.Method[..length]));
        }
    }

    private static bool Check(bool isApi, string text)
    {
        var file = isApi ? "x.api.yaml" : "x.apm.yaml";
        var spec = SpecParser.Parse(file, text);
        var api = SpecParser.Parse("worldpay.api.yaml", isApi ? text : RepositoryFiles.Api);
        var method = isApi ? SpecParser.Parse("alipay_hk.apm.yaml", RepositoryFiles.Method) : spec;
        IEnumerable<SpecDiagnostic> diagnostics = SpecBinder.BindMethod(method, api).Diagnostics;
        diagnostics = isApi ? SpecBinder.BindApi(api).Diagnostics : diagnostics;
        return Lies(spec.IdLocation.Span, text) && diagnostics.All(diagnostic => Lies(diagnostic.Location.Span, text) && diagnostic.Message.Length > 0 && !diagnostic.Message.Contains('\n'));
    }

    private static bool Lies(SpecSpan span, string text)
    {
        if (span.Start < 0 || span.Length < 0 || span.Start + span.Length > text.Length || span.Line > span.EndLine)
        {
            return false;
        }

        var lines = text[..span.Start].Replace("\r\n", "\n").Split('\n', '\r', '\u0085', '\u2028', '\u2029');
        return span.Line == lines.Length - 1 && (span.Column == lines[^1].Length || (span.Start > 0 && text[span.Start - 1] == '\r'));
    }

    [Fact]
    public void Two_readings_give_equal_models()
    {
        Assert.Equal(Load(RepositoryFiles.Api, RepositoryFiles.Method), Load(new string(RepositoryFiles.Api), new string(RepositoryFiles.Method)));
        Assert.Equal(Load(RepositoryFiles.Api, RepositoryFiles.Method).Methods.GetHashCode(), Load(RepositoryFiles.Api, RepositoryFiles.Method).Methods.GetHashCode());
    }

    [Fact]
    public void Comments_are_not_in_the_model()
    {
        var before = Load(RepositoryFiles.Api, RepositoryFiles.Method);
        var after = Load("# one\n\n" + RepositoryFiles.Api.Replace("\n# ", "\n# more: "), "# another\n" + RepositoryFiles.Method + "# at the end\n");

        Assert.Equal(before.Apis, after.Apis);
        Assert.Equal(before.Methods, after.Methods);
        Assert.NotEqual(before.Diagnostics, after.Diagnostics);
    }

    [Theory]
    [InlineData("max: 50000", "max: 50001")]
    [InlineData("SGD]", "SGD, USD]")]
    [InlineData("default: DESKTOP", "default: MOBILE")]
    [InlineData("after a failed payment", "after a refused payment")]
    public void Facts_are_in_the_model(string from, string to) =>
        Assert.NotEqual(Load(RepositoryFiles.Api, RepositoryFiles.Method).Methods, Load(RepositoryFiles.Api, Specs.Edit(RepositoryFiles.Method, from, to)).Methods);

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => SpecParser.Parse("a.apm.yaml", Specs.Method, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SpecBinder.BindApi(SpecParser.Parse("a.api.yaml", Specs.Api), cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SpecBinder.BindMethod(SpecParser.Parse("a.apm.yaml", Specs.Method), null, cancelled));
    }

    private static SpecSet Load(string api, string method) => SpecLibrary.Load([("w.api.yaml", api), ("a.apm.yaml", method)]);
}
