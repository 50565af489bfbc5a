using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Wherever code can stand, it is judged, and only once.</summary>
public class ContextTests
{
    private const string Wrong = """new Money(5, {|APM1001:"USD"|})""";

    [Theory]
    [InlineData("a lambda", "Func<AlipayHkInstruction> make = () => Instruction with { Value = $wrong$ };")]
    [InlineData("a lambda's local", """Action make = () => { var code = "USD"; Use(Instruction with { Value = new(5, {|APM1001:code|}) }); };""")]
    [InlineData("a captured local", """var code = "USD"; Action make = () => Use(Instruction with { Value = new(5, {|APM1001:code|}) });""")]
    [InlineData("a local function", "void Make() => Use(Instruction with { Value = $wrong$ }); Make();")]
    [InlineData("an anonymous method", "Action make = delegate { Use(Instruction with { Value = $wrong$ }); };")]
    [InlineData("a query", "Use(from code in new[] { text } select Instruction with { Value = $wrong$ });")]
    [InlineData("a checked block", "checked { Use(Instruction with { Value = $wrong$ }); }")]
    [InlineData("a lock", """lock (order) { var code = "USD"; Use(Instruction with { Value = new(5, {|APM1001:code|}) }); }""")]
    [InlineData(
        "a using statement",
        """using (var reader = new System.IO.StringReader("")) { var code = "USD"; Use(Instruction with { Value = new(5, {|APM1001:code|}) }); }"""
    )]
    [InlineData("an argument", "Use(Use(Instruction with { Value = $wrong$ }));")]
    [InlineData("a collection", "Use(new[] { Instruction with { Value = $wrong$ } });")]
    [InlineData("a throw expression", """Use(other ?? throw new InvalidOperationException((Instruction with { Value = $wrong$ }).ToString()));""")]
    public Task In(string place, string statements)
    {
        Assert.NotEmpty(place);
        return Shop.CheckAsync(Shop.Method(statements.Replace("$wrong$", Wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a field", "public static readonly WorldpayNarrative Line = new() { Line1 = {|APM1014:\"a_b\"|} };")]
    [InlineData("a property's initialiser", "public static WorldpayNarrative Line { get; } = new() { Line1 = {|APM1014:\"a_b\"|} };")]
    [InlineData("an expression body", "public static WorldpayNarrative Line => new() { Line1 = {|APM1014:\"a_b\"|} };")]
    [InlineData("an accessor", "public static WorldpayNarrative Line { get { var text = \"a_b\"; return new() { Line1 = {|APM1014:text|} }; } }")]
    [InlineData(
        "an asynchronous method",
        "public static async Task<WorldpayNarrative> LineAsync() { var text = \"a_b\"; await Task.Yield(); return new() { Line1 = {|APM1014:text|} }; }")]
    [InlineData(
        "an iterator",
        "public static IEnumerable<WorldpayNarrative> Lines() { var text = \"a_b\"; yield return new() { Line1 = {|APM1014:text|} }; yield break; }")]
    [InlineData(
        "an asynchronous iterator",
        "public static async IAsyncEnumerable<WorldpayNarrative> Lines() { await Task.Yield(); yield return new() { Line1 = {|APM1014:\"a_b\"|} }; }")]
    [InlineData("a static constructor", "static Till() { Instruction = Instruction with { Narrative = new() { Line1 = {|APM1014:\"a_b\"|} } }; }")]
    [InlineData(
        "an operator",
        "private sealed class Own { public static WorldpayNarrative operator +(Own own, string text) => new() { Line1 = {|APM1014:\"a_b\"|} }; }")]
    [InlineData(
        "code without nullable context",
        "#nullable disable\npublic static WorldpayNarrative Line(string text) { text = \"a_b\"; return new() { Line1 = {|APM1014:text|} }; }\n#nullable restore"
    )]
    [InlineData(
        "an expression tree",
        "public static System.Linq.Expressions.Expression<Func<WorldpayNarrative>> Line => () => new WorldpayNarrative { Line1 = {|APM1014:\"a_b\"|} };")]
    public Task At(string place, string member)
    {
        Assert.NotEmpty(place);
        return Shop.CheckAsync(Shop.Method("", member));
    }

    [Fact]
    public Task Top_level_statements() => Shop.CheckAsync("""
        var text = args.Length > 0 ? "fine" : "a_b";
        var line = new WorldpayNarrative { Line1 = {|APM1014:text|} };
        Console.WriteLine(line);
        """, isProgram: true);

    [Fact]
    public async Task Generated_code_is_left_alone()
    {
        var compilation = Shop.Compilation(
            "Shop",
            [Shop.Tree("using Shop.Apms; class C { WorldpayNarrative N => new() { Line1 = \"a_b\" }; }", "C.g.cs")],
            withSpecs: true);

        Assert.Empty(await Shop.AnalyzeAsync(compilation));
    }

    [Fact]
    public async Task Code_that_knows_nothing_of_payments_is_left_alone()
    {
        var compilation = CSharpCompilation.Create(
            "Other",
            [Shop.Tree("class Money { public string Currency { get; init; } = \"\"; } class C { Money M => new() { Currency = \"???\" }; }")],
            References.All.Where(reference => !reference.Display!.EndsWith("Apm.Runtime.dll", StringComparison.Ordinal)));

        Assert.Empty(await Shop.AnalyzeAsync(compilation));
    }

    /// <summary>Names are looked at first: they are shared with properties that specs describe.</summary>
    [Fact]
    public Task A_property_that_no_spec_describes_is_left_alone_whatever_its_name_is() => Shop.CheckAsync(Shop.Method(
        """
        Use(new Link { SuccessUrl = new Uri("ftp://files.example"), DeviceType = (AlipayHkDeviceType)99 });
        Use(Instruction.PaymentInstrument with { SuccessUrl = new Uri({|APM1008:"ftp://files.example"|}), DeviceType = {|APM1006:(AlipayHkDeviceType)99|} });
        """,
        "private sealed record Link { public Uri? SuccessUrl { get; init; } public AlipayHkDeviceType? DeviceType { get; init; } }"));

    /// <summary>The text of a file is searched in parts.</summary>
    [Theory]
    [InlineData(4093)]
    [InlineData(4094)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(8190)]
    public Task An_attribute_is_found_wherever_it_is_in_a_file(int position) => Shop.CheckAsync(
        "public sealed record Note { [".PadLeft(position) + """
        ApmText(Max = 3)] public string? Text { get; init; } }
        public static class Desk { public static Note Write() => new() { Text = {|APM1004:"a long text"|} }; }
        """);

    [Fact]
    public Task What_is_suppressed_is_not_said() => Shop.CheckAsync(Shop.Method("""
        #pragma warning disable APM1001
        Use(Instruction with { Value = new Money(5, "USD") });
        #pragma warning restore APM1001
        """));
}
