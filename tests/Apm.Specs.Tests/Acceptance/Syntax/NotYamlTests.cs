using Apm.Specs.Tests.Acceptance.Markup;

namespace Apm.Specs.Tests.Acceptance.Syntax;

/// <summary>APM0001: the place is where the author has to write something, not where the parser stumbled.</summary>
public sealed class NotYamlTests
{
    [Theory]
    [InlineData("a:\n[|\t|]b: 1", "spaces")]
    [InlineData("a:\n  [|\t|]b: 1", "spaces")]
    [InlineData("a: |\n  x\nb:\n[|\t|]c: 1", "spaces")]
    public void An_indentation_tab(string text, string way) => Verify.Syntax(text, "APM0001", way);

    [Theory]
    [InlineData("a: [|\"|]x\nb: \"y\"\nc: z", "close it with \"")]
    [InlineData("a: [|'|]x\nb: 'y'\nc: z", "close it with '")]
    [InlineData("a: [|'|]x\nb: y", "close it with '")]
    [InlineData("a: { b: [|'|]x, c: y }\nb: it's", "close it with '")]
    [InlineData("a: x[|\"|]\nb: y", "\"")]
    [InlineData("a: x[|'|]\nb: y", "'")]
    public void An_unbalanced_quote(string text, string way) => Verify.Syntax(text, "APM0001", way);

    [Theory]
    [InlineData("a: [|[|]x, y\nb: 1\nc: 2", "]")]
    [InlineData("a: [|{|]x: 1\nb: 1\nc: 2", "}")]
    [InlineData("a: { x: [|[|]1, 2 }\nb: 1", "]")]
    [InlineData("a: { x: 1, y: [|[|]1, 2\nb: 1", "]")]
    [InlineData("a: [|{|] x: [1, 2]\nb: 1", "}")]
    [InlineData("a: [x][|]|]\nb: 1", "")]
    [InlineData("a: { x: 1[|]|] }\nb: 1", "")]
    [InlineData("a: [|[|]\n  x,\n  y\nb: 1", "]")]
    [InlineData("a:\n  b: [|[|]x\n  c: y", "]")]
    [InlineData("a: |\n  it's [ not\nb: [|[|]x", "]")]
    [InlineData("a: it's [ not\nb: 'c [' # ' [\nd: [|[|]x", "]")]
    public void An_unbalanced_bracket(string text, string way) => Verify.Syntax(text, "APM0001", way);

    [Theory]
    [InlineData("a: b[|:|] c", "quote")]
    [InlineData("a: [|@|]b", "quote")]
    [InlineData("a: [|\"|]\\d\"", "single quotes")]
    [InlineData("a: 1\n[|f|]oo\nb: 2", "key: value")]
    [InlineData("a: {x: 1 y[|:|] 2}", "second colon")]
    [InlineData("a: [|!!int 3|]", "tags")]
    [InlineData("[|%YAML 1.1\n---|]\na: 1", "directives")]
    [InlineData("a: 1\n[|---|]\nb: 2", "a file of its own")]
    [InlineData("a: x[|\0|]y", "remove it")]
    [InlineData("a: x[|\u0007|]y", "remove it")]
    [InlineData("[|hello|]", "key: value")]
    public void Anything_else(string text, string way) => Verify.Syntax(text, "APM0001", way);

    [Fact]
    public void An_empty_file() => Verify.Syntax("[||]# nothing", "APM0001", "'apm:'");
}
