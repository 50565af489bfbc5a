namespace Apm.Specs.Tests;

/// <summary>APM0001: the place is where the author has to write something, not where the parser stumbled.</summary>
public class NotYamlTests
{
    [Theory]
    [InlineData("name: Wallet", "[|n|]ame Wallet", "a colon and a space")]
    [InlineData("name: Wallet", "[|n|]ame:Wallet", "space is missing after the colon")]
    [InlineData("name: Wallet", "name: [|\"|]Wallet", "close it with \"")]
    [InlineData("name: Wallet", "name: [|'|]Wallet", "close it with '")]
    [InlineData("name: Wallet", "name: \"Wallet\" [|H|]K", "after its closing quote")]
    [InlineData("name: Wallet", "name: [|\"|]\\d\"", "single quotes")]
    [InlineData("name: Wallet", "name: Wallet[|:|] HK", "second colon", "quote")]
    [InlineData("name: Wallet", "name: [|@|]Wallet", "cannot begin with @: quote it")]
    [InlineData("name: Wallet", "name: [|%|]Wallet", "cannot begin with %: quote it")]
    [InlineData("name: Wallet", "name: [|!x Wallet|]", "cannot have YAML tags")]
    [InlineData("name: Wallet", " [|n|]ame: Wallet", "by the same number of spaces")]
    [InlineData("status: available", "[|-|] status: available", "list item")]
    [InlineData("status: available", "[|---|]\nstatus: available", "a separate file")]
    [InlineData("status: available", "[|{|]a: b}: c", "a key must be a text")]
    [InlineData("status: available", "status: avail[|\u0001|]able", "control character", "remove it")]
    [InlineData("status: available", "status: avail[|\0|]able", "remove it")]
    [InlineData("currencies: [EUR]", "currencies: [|[|]EUR", "add ] at the end")]
    [InlineData("{ max: 100 }", "[|{|] max: 100", "add } at the end")]
    [InlineData("{ max: 100 }", "max[|:|] 100 }", "put several keys in { }")]
    [InlineData("{ max: 100 }", "{ max: 100 }\n[|n|]ot a key", "a colon and a space", "key: value")]
    [InlineData("  EUR:", "[|\t|]EUR:", "a tab indents this line")]
    [InlineData("  EUR:", "  [|\t|]EUR:", "a tab indents this line", "spaces")]
    public void It_is_reported_once_and_the_file_keeps_its_id(string from, string to, params string[] words)
    {
        var marked = Gateway.Method.Edited(from, to);

        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, marked, words);

        Assert.Equal("wallet", SpecParser.Parse(Gateway.MethodFile, Markup.Parse(marked).Text).Id);
    }

    [Theory]
    [InlineData("a: [|\"|]x\nb: \"y\"\nc: z", "close it with \"")]
    [InlineData("a: [|'|]x\nb: 'y'\nc: z", "close it with '")]
    [InlineData("a: { b: [|'|]x, c: y }\nb: it's", "close it with '")]
    [InlineData("a: x[|\"|]\nb: y", "\"")]
    [InlineData("a: x[|'|]\nb: y", "'")]
    public void A_quote_without_its_other_is_found_where_other_lines_have_quotes(string text, string word) => ExpectAt(text, word);

    [Theory]
    [InlineData("a: { x: [|[|]1, 2 }\nb: 1", "]")]
    [InlineData("a: { x: 1, y: [|[|]1, 2\nb: 1", "]")]
    [InlineData("a: [|{|] x: [1, 2]\nb: 1", "}")]
    [InlineData("a: [x][|]|]\nb: 1", "this ] has no opening bracket: write [ where")]
    [InlineData("a: {x: 1}[|}|]\nb: 1", "this } has no opening bracket: write { where")]
    [InlineData("a: { x: 1[|]|] }\nb: 1", "this ] has no opening bracket")]
    [InlineData("a: [|[|]\n  x,\n  y\nb: 1", "]")]
    [InlineData("a:\n  b: [|[|]x\n  c: y", "]")]
    [InlineData("a: |\n  it's [ not\nb: [|[|]x", "]")]
    [InlineData("a: it's [ not\nb: 'c [' # ' [\nd: [|[|]x", "]")]
    [InlineData("a: {[|#|] x: 1 }\nb: 1", "so the } behind it does not count")]
    [InlineData("a: [[|#|]x, y]\nb: 1", "so the ] behind it does not count")]
    [InlineData("a: [|[|]!x]\nb: 1", "]")]
    [InlineData("a: [\"x\\\", [\", y]\nb: [|[|]z", "]")]
    [InlineData("a: ['x'', [', y]\nb: [|[|]z", "]")]
    public void A_bracket_without_its_other_is_found_among_others(string text, string word) => ExpectAt(text, word);

    [Theory]
    [InlineData("a: |\n  x\nb:\n[|\t|]c: 1", "spaces")]
    [InlineData("a: {x: 1 y[|:|] 2}", "second colon")]
    [InlineData("a: [|!!int 3|]", "tags")]
    [InlineData("a: &a [|&|]b x", "quote a text that begins with &")]
    [InlineData("[|%YAML 1.1\n---|]\na: 1", "directives")]
    public void Anything_else(string text, string word) => ExpectAt(text, word);

    [Theory]
    [InlineData("[||]", "is empty")]
    [InlineData("[||]# only a comment", "is empty", "'apm:'")]
    [InlineData("[|text|]", "lines of 'key: value'")]
    [InlineData("[|-|] item", "lines of 'key: value'")]
    public void A_spec_is_a_mapping(string text, params string[] words) => ExpectAt(text, words);

    private static void ExpectAt(string marked, params string[] words) =>
        Expect.At(SpecDescriptors.NotYaml, marked, text => SpecParser.Parse(Gateway.MethodFile, text).Diagnostics, words);
}
