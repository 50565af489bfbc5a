using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests;

public class SyntaxTests
{
    [Theory]
    [InlineData("name: Wallet", "[|n|]ame Wallet", "a colon and a space")]
    [InlineData("name: Wallet", "[|n|]ame:Wallet", "space is missing after the colon")]
    [InlineData("name: Wallet", "name: [|\"|]Wallet", "close it with \"")]
    [InlineData("name: Wallet", "name: [|'|]Wallet", "close it with '")]
    [InlineData("name: Wallet", "name: \"Wallet\" [|H|]K", "after its closing quote")]
    [InlineData("name: Wallet", "name: [|\"|]\\d\"", "single quotes")]
    [InlineData("name: Wallet", "name: Wallet[|:|] HK", "second colon")]
    [InlineData("name: Wallet", "name: [|@|]Wallet", "cannot begin with @: quote it")]
    [InlineData("name: Wallet", "name: [|%|]Wallet", "cannot begin with %: quote it")]
    [InlineData("name: Wallet", "name: [|!x Wallet|]", "no YAML tags")]
    [InlineData("name: Wallet", " [|n|]ame: Wallet", "indent all keys of one mapping alike")]
    [InlineData("status: available", "[|-|] status: available", "list item")]
    [InlineData("status: available", "[|---|]\nstatus: available", "a file of its own")]
    [InlineData("status: available", "[|{|]a: b}: c", "a key is a text")]
    [InlineData("status: available", "status: avail[|\u0001|]able", "control character")]
    [InlineData("currencies: [EUR]", "currencies: [|[|]EUR", "add ] at the end")]
    [InlineData("{ max: 100 }", "[|{|] max: 100", "add } at the end")]
    [InlineData("{ max: 100 }", "max[|:|] 100 }", "put several keys in { }")]
    [InlineData("{ max: 100 }", "{ max: 100 }\n[|n|]ot a key", "a colon and a space")]
    [InlineData("  EUR:", "[|\t|]EUR:", "a tab indents this line")]
    [InlineData("  EUR:", "  [|\t|]EUR:", "a tab indents this line")]
    public void What_is_not_yaml_is_reported_once_at_its_place(string from, string to, string message)
    {
        var markup = Specs.Edit(Specs.Method, from, to);

        var diagnostic = Specs.ExpectInMethod(SpecRules.NotYaml, from, to);

        Assert.Contains(message, diagnostic.Message);
        Assert.Null(Specs.BindMethod(Markup.Parse(markup).Text).Model);
        Assert.Equal("wallet", SpecParser.Parse("wallet.apm.yaml", Markup.Parse(markup).Text).Id);
    }

    [Theory]
    [InlineData("name: Wallet", "name: [|*Wallet|]", "write the value itself, or quote a text that begins with *")]
    [InlineData("name: Wallet", "name: [|&a Wallet|]", "quote a text that begins with &")]
    [InlineData("status: available", "[|<<|]: { a: b }", "write the members themselves")]
    public void Aliases_anchors_and_merge_keys_are_refused(string from, string to, string message) =>
        Assert.Contains(message, Specs.ExpectInMethod(SpecRules.TooMuch, from, to).Message);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("# only a comment", "is empty")]
    [InlineData("text", "lines of 'key: value'")]
    [InlineData("- item", "lines of 'key: value'")]
    public void A_spec_is_a_mapping(string text, string message)
    {
        var diagnostic = Assert.Single(SpecParser.Parse("wallet.apm.yaml", text).Diagnostics);

        Assert.Equal(SpecRules.NotYaml, diagnostic.Rule);
        Assert.Contains(message, diagnostic.Message);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Depth_is_bounded_before_it_costs_anything(string opening)
    {
        var text = "x: " + string.Concat(Enumerable.Repeat(opening, 60_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var diagnostic = Assert.Single(SpecParser.Parse("wallet.apm.yaml", opening is "- " or "? " ? text[3..] : text).Diagnostics);

        Assert.Equal(SpecRules.TooMuch, diagnostic.Rule);
        Assert.Contains("more than 64", diagnostic.Message);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_file_has_at_most_256_KiB()
    {
        var text = "# " + new string('x', 256 * 1024);

        Assert.Equal(SpecRules.TooMuch, Assert.Single(SpecParser.Parse("wallet.apm.yaml", text).Diagnostics).Rule);
        Assert.Equal(SpecRules.NotYaml, Assert.Single(SpecParser.Parse("wallet.apm.yaml", text[2..]).Diagnostics).Rule);
    }

    [Fact]
    public void Countries_and_languages_are_texts_as_in_yaml_1_2()
    {
        var model = Specs.BindMethod(Specs.Method.Replace("status: available", "status: available\ncountries: [NO, DE]")
            + "  wallet.language: { type: language, values: [no, de], default: no }\n").Model!;

        Assert.Equal(["NO", "DE"], model.Countries);
        Assert.Equal("no", model.Request.Member("wallet")!.Member("language")!.Default);
    }

    [Fact]
    public void Line_breaks_and_a_byte_order_mark_leave_places_right()
    {
        var text = "\ufeff" + Specs.Method.Replace("{ max: 100 }", "{ max: 100.000 }").Replace("\n", "\r\n");

        var span = Assert.Single(Specs.BindMethod(text).Diagnostics, diagnostic => diagnostic.Rule == SpecRules.Decimals).Location.Span;

        Assert.Equal("100.000", text.Substring(span.Start, span.Length));
        Assert.Equal((7, 14), (span.Line, span.Column));
    }

    [Fact]
    public void A_host_text_is_parsed_once()
    {
        var key = new object();
        var first = SpecParser.Parse(key, "wallet.apm.yaml", () => Specs.Method);

        Assert.Same(first, SpecParser.Parse(key, "wallet.apm.yaml", () => throw new InvalidOperationException()));
        Assert.NotSame(first, SpecParser.Parse(new object(), "wallet.apm.yaml", () => Specs.Method));
    }

    [Theory]
    [InlineData("a.api.yaml", "api: x", SpecKind.Api)]
    [InlineData("a.apm.yml", "api: x", SpecKind.Method)]
    [InlineData("a.yaml", "apm: x\napi: y", SpecKind.Method)]
    [InlineData("a.yaml", "api: x", SpecKind.Api)]
    [InlineData("a.yaml", "name: x", SpecKind.Unknown)]
    public void The_kind_is_in_the_name_of_the_file_or_else_in_the_keys(string file, string text, SpecKind kind) =>
        Assert.Equal(kind, SpecParser.Parse(file, text).Kind);
}
