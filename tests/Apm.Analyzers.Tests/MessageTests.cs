using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>What is wrong and what is accepted, in words, and what a fix needs to know of it.</summary>
public class MessageTests
{
    private const string Label = """
        [ApmMethod("Acme", "acme/1/label")]
        public sealed record Label
        {
            [ApmField("few", "acme/1/label"), ApmText(Max = 2)] public string? Few { get; init; }
            [ApmField("some", "acme/1/label"), ApmText(Min = 2, Max = 3)] public string? Some { get; init; }
            [ApmField("exact", "acme/1/label"), ApmText(Min = 2, Max = 2)] public string? Exact { get; init; }
            [ApmField("many", "acme/1/label"), ApmText(Min = 2)] public string? Many { get; init; }
            [ApmField("letters", "acme/1/label"), ApmText(Characters = "ab")] public string? Letters { get; init; }
            [ApmField("spaced", "acme/1/label"), ApmText(Max = 9, Characters = "ab ", ReplacesCharacters = true)] public string? Spaced { get; init; }
            [ApmField("home", "acme/1/label"), ApmSchemes("https", "my-shop")] public Uri? Home { get; init; }
            [ApmField("anywhere", "acme/1/label"), ApmSchemes] public Uri? Anywhere { get; init; }
            [ApmField("anchored", "acme/1/label"), ApmText(Pattern = @"\A(?:[a-z]+)\z")] public string? Anchored { get; init; }
            [ApmField("begun", "acme/1/label"), ApmText(Pattern = @"\A(?:[a-z]+)")] public string? Begun { get; init; }
            [ApmField("atMost", "acme/1/label"), ApmRange(Max = 5)] public int AtMost { get; init; }
            [ApmField("atLeast", "acme/1/label"), ApmRange(Min = 2)] public int AtLeast { get; init; }
            [ApmField("between", "acme/1/label"), ApmRange(Min = 2, Max = 5)] public int? Between { get; init; }
            [ApmField("eight", "acme/1/label"), ApmValues("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta")]
            public string? Eight { get; init; }
            [ApmField("nine", "acme/1/label"), ApmValues("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota")]
            public string? Nine { get; init; }
        }

        """;

    [Theory]
    [InlineData("Few = {|APM1004:\"abc\"|}", "'abc' has 3 characters; Few (few) of Acme must have at most 2 characters (rule: few.length in acme/1/label)")]
    [InlineData("Few = {|APM1004:\"abc\"|} + text", "This text has at least 3 characters; Few (few) of Acme must have at most 2 characters")]
    [InlineData("Some = {|APM1004:\"a\"|}", "'a' has 1 character; Some (some) of Acme must have 2 to 3 characters")]
    [InlineData("Exact = {|APM1004:\"a\"|}", "Exact (exact) of Acme must have exactly 2 characters")]
    [InlineData("Many = {|APM1004:\"\"|}", "'' has 0 characters; Many (many) of Acme must have at least 2 characters")]
    [InlineData("Letters = {|APM1005:\"a b\"|}", "has a space, which Letters (letters) of Acme must not have (rule: letters.pattern in acme/1/label)")]
    [InlineData("Letters = {|APM1005:\"a\\tb\"|}", "has a tab")]
    [InlineData("Letters = {|APM1005:\"a\\nb\"|}", "has a line break")]
    [InlineData("Letters = {|APM1005:\"a\\rb\"|}", "has a line break")]
    [InlineData("Letters = {|APM1005:\"aé\"|}", "has the character 'é'")]
    [InlineData("Letters = {|APM1005:\"a😀\"|}", "has the character '😀'")]
    [InlineData("Letters = {|APM1005:\"a\\u0001\"|}", "has the character U+0001")]
    [InlineData("Letters = {|APM1005:\"a\\ud800\"|}", "has the character U+D800")]
    [InlineData(
        "Spaced = {|APM1014:\"a'b😀\"|}",
        "'a'b😀' has the character ''', which the gateway replaces with a space: Spaced (spaced) of Acme is read as 'a b ' "
            + "(rule: spaced.pattern in acme/1/label)")]
    [InlineData(
        "Spaced = {|APM1014:\"a-\"|} + text",
        "has the character '-', which the gateway replaces with a space: Spaced (spaced) of Acme is read as 'a '")]
    [InlineData("Spaced = {|APM1004:\"aaaaaaaaaa\"|}", "must have at most 9 characters")]
    [InlineData("Spaced = {|APM1005:\"a-\\ud800\"|}", "has half a surrogate pair, which cannot be sent")]
    [InlineData(
        "Home = new({|APM1008:\"http://shop.example\"|})",
        "has the scheme http; Home (home) of Acme must be an absolute URL with the scheme https or my-shop")]
    [InlineData("Home = new({|APM1008:\"other://paid\"|})", "has the scheme other")]
    [InlineData("Home = new($\"{|APM1008:http://shop.example/|}{text}\")", "has the scheme http")]
    [InlineData("Anywhere = new({|APM1008:\"/paid\"|})", "is not an absolute URL; Anywhere (anywhere) of Acme must be an absolute URL of a page or an app")]
    [InlineData("Anywhere = new({|APM1008:\"localhost:5000/paid\"|})", "is not an absolute URL")]
    [InlineData("Anywhere = new({|APM1008:\"javascript://x\"|})", "has the scheme javascript")]
    [InlineData("Anywhere = new({|APM1008:\"my-shop://pa id\"|})", "has a blank")]
    [InlineData("Few = {|APM1005:\"\\ud800\"|}", "has half a surrogate pair, which cannot be sent")]
    [InlineData("Few = {|APM1005:\"\\ude00\\ud83d\"|}", "has half a surrogate pair, which cannot be sent")]
    [InlineData("Many = {|APM1005:\"😀\\ude00\"|}", "has half a surrogate pair, which cannot be sent")]
    [InlineData("Anchored = {|APM1005:\"A\"|}", "Anchored (anchored) of Acme must match [a-z]+")]
    [InlineData("Begun = {|APM1005:\"A\"|}", @"Begun (begun) of Acme must match \A(?:[a-z]+)")]
    [InlineData("AtMost = {|APM1007:6|}", "6 is out of range; AtMost (atMost) of Acme must be at most 5 (rule: atMost.range in acme/1/label)")]
    [InlineData("AtLeast = {|APM1007:1|}", "1 is out of range; AtLeast (atLeast) of Acme must be at least 2")]
    [InlineData("Between = {|APM1007:6|}", "6 is out of range; Between (between) of Acme must be 2 to 5")]
    public async Task It_says_what_is_wrong_and_what_is_accepted(string member, string words) =>
        Assert.Contains(words, Assert.Single(await CheckAsync(member)).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Few = \"😀😀\"")]
    [InlineData("Spaced = \"a b\"")]
    [InlineData("Spaced = text")]
    [InlineData("Home = new(\"MY-SHOP://paid\")")]
    [InlineData("Home = new($\"my-shop://paid/{text}\")")]
    [InlineData("Anywhere = new(\"my-shop://paid\")")]
    [InlineData("Anywhere = new(\"http://shop.example/paid\")")]
    [InlineData("Anywhere = new($\"my-shop://{text}\")")]
    [InlineData("Few = \"ab\" + text")]
    [InlineData("Exact = \"a😀\"")]
    [InlineData("Many = \"ab\"")]
    [InlineData("AtMost = 5")]
    [InlineData("AtLeast = 2")]
    public Task What_is_accepted_is_not_reported(string member) => CheckAsync(member);

    [Theory]
    [InlineData("Eight = {|APM1006:\"alphs\"|}", "alphs", null, "alpha")]
    [InlineData("Eight = {|APM1006:\"Alpha \"|}", "Alpha ", "alpha", null)]
    [InlineData("Eight = {|APM1006:\"nothing like it\"|}", "nothing like it", null, null)]
    public async Task A_fix_is_told_the_same_value_or_the_nearest_and_all_that_are_allowed(string member, string written, string? same, string? nearest)
    {
        var properties = Assert.Single(await CheckAsync(member)).Properties;

        Assert.Equal(
            (written, same, nearest, "alpha\nbeta\ngamma\ndelta\nepsilon\nzeta\neta\ntheta", "acme/1/label"),
            (properties["Written"], properties["Same"], properties["Nearest"], properties["Allowed"], properties["Spec"]));
    }

    [Theory]
    [InlineData("{|APM1003:1|}", "1 minor unit is below the minimum; Value (fee) must be at least 5 minor units")]
    [InlineData("{|APM1002:8|}", "8 minor units exceeds the maximum; Value (fee) must be at most 7 minor units")]
    public async Task Where_the_currency_is_not_known_amounts_are_in_minor_units(string amount, string words)
    {
        var ranged = """public sealed record Fee { [ApmField("fee", "acme/1/wallet"), ApmRange(Min = 5, Max = 7)] public Money Value { get; init; } }""";

        Assert.StartsWith(
            words,
            Assert.Single(await Shop.CheckAsync(ranged + Shop.Method($"Use(new Fee {{ Value = new Money({amount}, text) }});"))).GetMessage(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Money.FromMajor({|APM1002:500m|}, \"EUR\")", "500")]
    [InlineData("Money.FromMajor({|APM1002:100m|}, \"EUR\")", "100")]
    [InlineData("Money.FromMajor({|APM1002:99m|}, \"EUR\")", null)]
    [InlineData("new Money({|APM1003:5|}, \"EUR\")", "500")]
    [InlineData("new Money({|APM1003:6|}, \"EUR\")", null)]
    public async Task A_fix_is_told_what_may_have_been_meant_in_the_other_unit(string money, string? meant)
    {
        var limited =
            """public sealed record Fee { [ApmField("fee", "acme/1/wallet"), ApmLimit("EUR", Min = 100, Max = 500)] public Money Value { get; init; } }""";

        Assert.Equal(meant, Assert.Single(await Shop.CheckAsync(limited + Shop.Method($"Use(new Fee {{ Value = {money} }});"))).Properties["MeantMinorUnits"]);
    }

    [Theory]
    [InlineData("ftp://shop.example/paid", null, "https://shop.example/paid")]
    [InlineData("//shop.example/paid", null, "https://shop.example/paid")]
    [InlineData(" shop.example ", null, "https://shop.example")]
    [InlineData(" http://shop.example ", "http://shop.example", null)]
    [InlineData("paid", null, null)]
    [InlineData("/paid.html", null, null)]
    [InlineData("shop.example/a b", null, null)]
    [InlineData(" ", null, null)]
    public async Task A_fix_is_told_the_address_without_blanks_or_with_https_where_that_is_right(string address, string? same, string? right)
    {
        var found = await Shop.CheckAsync(
            Shop.Method($$"""Use(Instruction.PaymentInstrument with { SuccessUrl = new Uri({|APM1008:"{{address}}"|}, UriKind.RelativeOrAbsolute) });"""));

        Assert.Equal((same, right), (Assert.Single(found).Properties["Same"], found[0].Properties["Address"]));
    }

    [Fact]
    public async Task Many_currencies_are_not_all_listed()
    {
        var codes = string.Join(", ", Enumerable.Range('A', 15).Select(letter => $"\"X{(char)letter}X\""));
        var wallet = $$"""public sealed record Wallet { [ApmField("value", "acme/1/wallet"), ApmCurrencies({{codes}})] public Money Value { get; init; } }""";

        var found = Assert.Single(await Shop.CheckAsync(wallet + Shop.Method("""Use(new Wallet { Value = new Money(5, {|APM1001:"EUR"|}) });""")));

        Assert.Contains(
            "must be one of XAX, XBX, XCX, XDX, XEX, XFX, XGX, XHX, XIX, XJX, XKX, XLX and 3 others (rule:",
            found.GetMessage(),
            StringComparison.Ordinal);
    }

    /// <summary>Another currency is not a misspelling: the amount would be worth something else.</summary>
    [Fact]
    public async Task A_fix_is_told_no_nearest_currency_of_a_real_one()
    {
        var properties = Assert.Single(await Shop.CheckAsync(Shop.Method("""Use(Instruction with { Value = new Money(5, {|APM1001:"SDG"|}) });"""))).Properties;

        Assert.Equal(("SDG", null), (properties["Written"], properties["Nearest"]));
        Assert.Contains("SGD", properties["Allowed"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_value_was_written_is_shown_beside_where_it_is_wrong()
    {
        var found = await Shop.CheckAsync(
            Shop.Method(
                """
                var code = "USD";
                Use(Instruction with { Value = new Money(5, {|APM1001:code|}) });
                Use(Instruction with { Value = new Money(5, {|APM1001:"CHF"|}) });
                """
            ));

        Assert.Equal(
            ["\"USD\""],
            found[0].AdditionalLocations.Select(place => place.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(place.SourceSpan)));
        Assert.Empty(found[1].AdditionalLocations);
    }

    [Theory]
    [InlineData("\"https://\"", "is not an absolute URL")]
    [InlineData("\"/paid\"", "is not an absolute URL")]
    [InlineData("\"ftp://shop.example\"", "has the scheme ftp")]
    [InlineData("\"https://shop.example/a b\"", "has a blank, a control character or a backslash")]
    [InlineData("$\"{|APM1008:https://shop.example/a b|}{text}\"", "has a blank, a control character or a backslash")]
    [InlineData("$\"{|APM1008:ftp://shop.example/|}{text}\"", "has the scheme ftp")]
    public async Task An_address_is_wrong_for_one_of_these_reasons(string address, string words)
    {
        var marked = address.Contains("{|", StringComparison.Ordinal) ? address : "{|APM1008:" + address + "|}";
        var found = await Shop.CheckAsync(
            Shop.Method($"Use(Instruction.PaymentInstrument with {{ SuccessUrl = new Uri({marked}, UriKind.RelativeOrAbsolute) }});"));

        Assert.Contains(words, Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"http://shop.example\"")]
    [InlineData("\"HTTPS://shop.example\"")]
    [InlineData("$\"http://shop.example/{text}\"")]
    [InlineData("$\"HTTPS://shop.example/{text}\"")]
    [InlineData("$\":{text}\"")]
    [InlineData("$\"{text}ftp://\"")]
    public Task An_address_that_may_be_right_is_not_reported(string address) =>
        Shop.CheckAsync(Shop.Method($"Use(Instruction.PaymentInstrument with {{ SuccessUrl = new Uri({address}, UriKind.RelativeOrAbsolute) }});"));

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> CheckAsync(string member) =>
        Shop.CheckAsync(Label + Shop.Method($"Use(new Label {{ {member} }});"));
}
