using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;
using static Apm.CodeFixes.Tests.Fixing;

namespace Apm.CodeFixes.Tests;

/// <summary>APM1001, APM1006 and APM1011: a text that is none of the allowed ones.</summary>
public class CurrencyTests
{
    private const string Constant = "Use AlipayHk.Currencies.Hkd";

    [Theory]
    [InlineData("""Use(order with { Value = new Money(1, "HDK") });""", """Use(order with { Value = new Money(1, AlipayHk.Currencies.Hkd) });""")]
    [InlineData("""Use(order with { Value = new Money(1, @"HDK") });""", """Use(order with { Value = new Money(1, AlipayHk.Currencies.Hkd) });""")]
    [InlineData("""Use(order with { Value = new Money(1, $"HDK") });""", """Use(order with { Value = new Money(1, AlipayHk.Currencies.Hkd) });""")]
    [InlineData("Use(order with { Value = new Money(1, \"\"\"HDK\"\"\") });", """Use(order with { Value = new Money(1, AlipayHk.Currencies.Hkd) });""")]
    [InlineData(
        """Use(order with { Value = new(1, /* dollars */ "hkd" /* of Hong Kong */) });""",
        """Use(order with { Value = new(1, /* dollars */ AlipayHk.Currencies.Hkd /* of Hong Kong */) });"""
    )]
    [InlineData(
        """Use(order with { Value = new(currency: "HDK", minorUnits: 1) });""",
        """Use(order with { Value = new(currency: AlipayHk.Currencies.Hkd, minorUnits: 1) });"""
    )]
    [InlineData(
        """Use(order with { Value = Money.FromMajor(1m, "H" + "DK") });""",
        """Use(order with { Value = Money.FromMajor(1m, AlipayHk.Currencies.Hkd) });"""
    )]
    [InlineData(
        """Use(order with { Value = order.Value with { Currency = "HDK" } });""",
        """Use(order with { Value = order.Value with { Currency = AlipayHk.Currencies.Hkd } });"""
    )]
    [InlineData(
        """Use(order with { Value = new Money(1, order.Value.MinorUnits > 5 ? "HDK" : "EUR") });""",
        """Use(order with { Value = new Money(1, order.Value.MinorUnits > 5 ? AlipayHk.Currencies.Hkd : "EUR") });"""
    )]
    public Task A_misspelt_currency_becomes_the_constant_of_the_one_that_was_meant(string before, string after) =>
        ExpectStatementAsync(before, Constant, after);

    [Fact]
    public Task Or_its_literal() => ExpectStatementAsync(
        """Use(order with { Value = new Money(1, @"HDK") });""", "Use \"HKD\"", """Use(order with { Value = new Money(1, "HKD") });""");

    [Fact]
    public async Task The_constant_is_offered_first() =>
        Assert.Equal([Constant, "Use \"HKD\""], await Workbench.Of(Method("""Use(order with { Value = new Money(1, "HDK") });""")).TitlesAsync());

    [Fact]
    public async Task The_constant_may_be_generated_in_the_same_project()
    {
        var bench = Workbench.WithSpecs(Method("""Use(order with { Value = new Money(1, "HDK") });"""));

        var better = await bench.FixAsync(Constant);

        Assert.Equal(Method("""Use(order with { Value = new Money(1, AlipayHk.Currencies.Hkd) });"""), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
        Assert.Empty(await better.ErrorsAsync());
    }

    [Fact]
    public async Task A_constant_of_a_namespace_that_is_not_imported_is_named_in_full()
    {
        var bench = Workbench.Of("""
            using AlipayHk = System.Int32;
            public static class Till
            {
                public static AlipayHkInstruction Sell(AlipayHkInstruction order) => order with { Value = new Money(1, "HDK") };
            }
            """);

        var better = await bench.FixAsync("Use Shop.Apms.AlipayHk.Currencies.Hkd");

        Assert.Empty(await better.IdsAsync());
        Assert.Empty(await better.ErrorsAsync());
    }

    [Fact]
    public async Task Another_currency_is_no_slip_so_each_that_is_accepted_is_offered_and_no_program_chooses()
    {
        var bench = Workbench.Of(Method("""Use(order with { Value = new Money(1, "USD") });"""));

        Assert.Equal(["Use AlipayHk.Currencies.Eur", Constant, "Use AlipayHk.Currencies.Gbp", "Use AlipayHk.Currencies.Sgd"], await bench.TitlesAsync());
        Assert.Equal(
            Method("""Use(order with { Value = new Money(1, AlipayHk.Currencies.Sgd) });"""),
            await (await bench.FixAsync("Use AlipayHk.Currencies.Sgd")).TextAsync());
        Assert.Equal(await bench.TextAsync(), await (await bench.FormatAsync("APM1001")).TextAsync());
    }

    [Theory]
    [InlineData("USD")]
    [InlineData("HDK")]
    public async Task Fix_All_is_not_offered_for_a_currency_that_may_be_another_one(string currency) =>
        Assert.Empty(await Workbench.Of(Method($$"""Use(order with { Value = new Money(1, "{{currency}}") });""")).FixAllTitlesAsync());

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Fix_All_of_a_project_corrects_the_letters_in_every_file(FixAllScope scope)
    {
        const string Statements = """
            Use(order with { Value = new Money(1, "Hkd") });
            Use(order with { Value = new Money(1, "eur ") }); // paid in euro
            """;
        const string Fixed = """
            Use(order with { Value = new Money(1, AlipayHk.Currencies.Hkd) });
            Use(order with { Value = new Money(1, AlipayHk.Currencies.Eur) }); // paid in euro
            """;

        var better = await Workbench.Of(Method(Statements), Method(Statements).Replace("Till", "Counter")).FixAllAsync(Constant, scope);

        Assert.Equal(Method(Fixed), await better.TextAsync());
        Assert.Equal(Method(Fixed).Replace("Till", "Counter"), await better.TextAsync(1));
        Assert.Empty(await better.IdsAsync());
    }

    [Fact]
    public async Task Fix_All_with_literals_leaves_no_constants()
    {
        const string Statements = """
            Use(order with { Value = new Money(1, "hkd") });
            Use(order with { Value = new Money(1, "eur") });
            """;

        var better = await Workbench.Of(Method(Statements)).FixAllAsync("Use \"HKD\"");

        Assert.Equal(Method(Statements.Replace("hkd", "HKD").Replace("eur", "EUR")), await better.TextAsync());
    }

    [Fact]
    public async Task A_program_corrects_letters_though_the_first_places_are_left_to_a_person()
    {
        const string Statements = """
            Use(order with { Value = new Money(1, "USD") });
            Use(order with { Value = new Money(1, "HDK") });
            Use(order with { Value = new Money(1, "hkd") });
            """;

        var better = await Workbench.Of(Method(Statements)).FormatAsync("APM1001");

        Assert.Equal(Method(Statements.Replace("\"hkd\"", "AlipayHk.Currencies.Hkd")), await better.TextAsync());
    }

    [Theory]
    [InlineData("USD", "hkd", "HDK")]
    [InlineData("hkd", "HDK", "USD")]
    [InlineData("HDK", "USD", "hkd")]
    public async Task A_program_replaces_currencies_by_the_one_that_the_shop_sets_and_slips_in_one_run(params string[] currencies)
    {
        var statements = string.Join('\n', currencies.Select(currency => $$"""Use(order with { Value = new Money(1, "{{currency}}") });"""));

        var better = await Workbench.Of(Method(statements)).With("apm_replacement_currency = HKD").FormatAsync("APM1001");

        Assert.Equal(Method(currencies.Aggregate(statements, (text, currency) => text.Replace($"\"{currency}\"", Constant[4..]))), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
    }

    [Fact]
    public async Task The_currency_that_the_shop_sets_never_replaces_a_misspelling_of_another()
    {
        var bench = Workbench.Of(Method("""Use(order with { Value = new Money(1, "ERU") });""")).With("apm_replacement_currency = HKD");

        Assert.Equal(await bench.TextAsync(), await (await bench.FormatAsync("APM1001")).TextAsync());
        Assert.Equal("Use AlipayHk.Currencies.Eur", (await bench.TitlesAsync())[0]);
    }

    [Fact]
    public async Task A_currency_that_the_method_does_not_accept_is_never_what_a_program_writes()
    {
        var bench = Workbench.Of(Method("""Use(order with { Value = new Money(1, "RMB") });"""));

        Assert.Equal(await bench.TextAsync(), await (await bench.FormatAsync("APM1001")).TextAsync());
        Assert.DoesNotContain(await bench.TitlesAsync(), title => title.Contains("CNY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""Use(Money.FromMajor(1m, "PNL"));""", "Use \"PLN\"", """Use(Money.FromMajor(1m, "PLN"));""")]
    [InlineData("""Use(new Money(1, currency: "eur"));""", "Use \"EUR\"", """Use(new Money(1, currency: "EUR"));""")]
    public Task A_currency_that_is_none_becomes_the_nearest_of_ISO_4217(string before, string title, string after) =>
        ExpectStatementAsync(before, title, after);

    [Fact]
    public async Task Money_without_a_currency_has_no_text_to_change() =>
        Assert.Empty(await Workbench.Of(Method("Use(order with { Value = default });")).TitlesAsync());

    [Fact]
    public async Task A_part_of_a_sum_is_left_alone() =>
        Assert.Empty(await Workbench.Of(Method("""Use(order with { Value = new Money(1, "HDK") + new Money(2, "HDK") });""")).TitlesAsync());
}
