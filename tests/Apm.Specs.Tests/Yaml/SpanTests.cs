namespace Apm.Specs.Tests;

public class SpanTests
{
    [Fact]
    public void Every_scalar_knows_its_own_place_with_its_quotes_and_without_what_surrounds_it()
    {
        const string Text = "a: b   # c\nd: 'x''y' \ne: {f: g , h: \"i\\n\" }\nj:\n  - k\n  - l: m\nn: |\n  text\n  more\n\no:\n";

        Assert.Equal(
            ["a", "b", "d", "'x''y'", "e", "f", "g", "h", "\"i\\n\"", "j", "k", "l", "m", "n", "|\n  text\n  more", "o", ""],
            Scalars(Root(Text)).Select(scalar => Text.Substring(scalar.Span.Start, scalar.Span.Length)));
    }

    [Theory]
    [InlineData("a: 1\nb: [x]\n")]
    [InlineData("a: 1\r\nb: [x]\r\n")]
    [InlineData("a: 1\rb: [x]\r")]
    [InlineData("é😀: 'ü😀'\nb: [x]")]
    public void Lines_and_columns_are_those_of_the_offset(string text)
    {
        var scalar = Scalars(Root(text)).Single(scalar => scalar.Value == "x");

        Assert.Equal((1, 4, 1, 5), (scalar.Span.Line, scalar.Span.Column, scalar.Span.EndLine, scalar.Span.EndColumn));
        Assert.Equal("x", text.Substring(scalar.Span.Start, scalar.Span.Length));
    }

    [Theory]
    [InlineData("a: [ ]", "[ ]")]
    [InlineData("a: {}", "{}")]
    [InlineData("a: [b,\n c]\nd: e", "[b,\n c]")]
    [InlineData("a: { b: [c, d] } # e", "{ b: [c, d] }")]
    public void Brackets_span_both_of_them(string text, string expected)
    {
        var span = Root(text).Find("a")!.Value.Span;

        Assert.Equal(expected, text.Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("NO")]
    [InlineData("no")]
    [InlineData("012")]
    [InlineData("2026-01-31")]
    [InlineData("1_000")]
    [InlineData("0x10")]
    public void Plain_texts_stay_what_they_are(string plain) =>
        Assert.Equal(plain, Assert.IsType<ScalarSyntax>(Root("a: " + plain).Find("a")!.Value).Value);

    [Fact]
    public void Line_breaks_and_a_byte_order_mark_leave_places_right()
    {
        var text = "\ufeff" + Gateway.Method.Edited("{ max: 100 }", "{ max: 100.000 }").Replace("\n", "\r\n");

        var location = Assert.Single(Gateway.BindMethod(text).Diagnostics, diagnostic => diagnostic.Rule == SpecDescriptors.Decimals).Location;

        Assert.Equal("100.000", text.Part(location));
        Assert.Equal((7, 14), (location.Span.Line, location.Span.Column));
    }

    [Fact]
    public void Countries_and_languages_are_texts_as_in_yaml_1_2()
    {
        var model = Gateway.BindMethod(Gateway.WithField("wallet.language: { type: language, values: [no, de], default: no }")
            .Edited("status: available", "status: available\ncountries: [NO, DE]")).Model!;

        Assert.Equal(["NO", "DE"], model.Countries);
        Assert.Equal("no", model.Request.Member("wallet")!.Member("language")!.Default);
    }

    private static MappingSyntax Root(string text)
    {
        var parsed = SpecParser.Parse(Gateway.MethodFile, text);
        Assert.Empty(parsed.Diagnostics);
        return parsed.Root!;
    }

    private static IEnumerable<ScalarSyntax> Scalars(SpecNode node) => node switch
    {
        ScalarSyntax scalar => [scalar],
        SequenceSyntax list => list.Items.SelectMany(Scalars),
        MappingSyntax mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Key).Concat(Scalars(entry.Value))),
        _ => [],
    };
}
