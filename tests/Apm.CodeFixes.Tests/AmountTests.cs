using Xunit;
using static Apm.CodeFixes.Tests.Fixing;

namespace Apm.CodeFixes.Tests;

/// <summary>APM1002, APM1003 and APM1012: an amount that is too much, too little, or too exact.</summary>
public class AmountTests
{
    // What is tested is the form in which the limit is written; what it is, the spec says.
    private static readonly Money s_maximum = AlipayHkMaximum();

    [Theory]
    [InlineData("Value = Money.FromMajor(999999m, \"HKD\")", "Value = Money.FromMajor({0}m, \"HKD\")")]
    [InlineData("Value = Money.FromMajor(999999, \"HKD\")", "Value = Money.FromMajor({0}, \"HKD\")")]
    [InlineData("Value = Money.FromMajor(999_999.50m /* sale */, \"HKD\")", "Value = Money.FromMajor({0}m /* sale */, \"HKD\")")]
    [InlineData("Value = Money.FromMajor(currency: \"HKD\", amount: 999999m)", "Value = Money.FromMajor(currency: \"HKD\", amount: {0}m)")]
    [InlineData("Value = new Money(99_999_999, \"HKD\")", "Value = new Money({1}, \"HKD\")")]
    [InlineData("Value = new(99999999L, \"HKD\")", "Value = new({1}, \"HKD\")")]
    [InlineData("Value = new() { MinorUnits = 99999999, Currency = \"HKD\" }", "Value = new() {{ MinorUnits = {1}, Currency = \"HKD\" }}")]
    [InlineData("Value = new Money(1, \"HKD\") with { MinorUnits = 99999999 }", "Value = new Money(1, \"HKD\") with {{ MinorUnits = {1} }}")]
    public Task Too_much_becomes_the_maximum_in_the_form_of_the_code(string before, string after)
    {
        var form = string.Format(System.Globalization.CultureInfo.InvariantCulture, after, s_maximum.MinorUnits / 100, s_maximum.MinorUnits);
        var literal =
            after.Contains("{0}m", StringComparison.Ordinal) ? $"{s_maximum.MinorUnits / 100}m"
            : after.Contains("{0}", StringComparison.Ordinal) ? $"{s_maximum.MinorUnits / 100}"
            : $"{s_maximum.MinorUnits}";
        return ExpectStatementAsync($"Use(order with {{ {before} }});", $"Use the maximum, {literal}", $"Use(order with {{ {form} }});");
    }

    [Fact]
    public Task Too_little_becomes_the_minimum() => ExpectStatementAsync(
        "Use(order with { Value = new Money(0, \"EUR\") });", "Use the minimum, 1", "Use(order with { Value = new Money(1, \"EUR\") });");

    [Fact]
    public Task In_major_units_with_all_decimals() => ExpectStatementAsync(
        "Use(order with { Value = Money.FromMajor(0, \"EUR\") });", "Use the minimum, 0.01m", "Use(order with { Value = Money.FromMajor(0.01m, \"EUR\") });");

    [Fact]
    public Task A_local_is_changed_where_it_is_written() => ExpectStatementAsync(
        "var price = 999999; Use(order with { Value = Money.FromMajor(price, \"HKD\") });",
        $"Use the maximum, {s_maximum.MinorUnits / 100}",
        $"var price = {s_maximum.MinorUnits / 100}; Use(order with {{ Value = Money.FromMajor(price, \"HKD\") }});");

    [Fact]
    public async Task What_an_amount_was_computed_from_is_another_amount() =>
        Assert.Empty(await Workbench.Of(Method("var price = 60000m; Use(order with { Value = Money.FromMajor(price * 2, \"HKD\") });")).TitlesAsync());

    [Theory]
    [InlineData("Money.FromMajor(60000m, \"HKD\")", "new Money(60000, \"HKD\")", "600.00 HKD")]
    [InlineData("Money.FromMajor( 60000 , \"HKD\" )", "new Money( 60000 , \"HKD\" )", "600.00 HKD")]
    [InlineData("Apm.Money.FromMajor(60000.00m, currency: \"HKD\")", "new Apm.Money(60000, currency: \"HKD\")", "600.00 HKD")]
    [InlineData("Money.FromMajor(amount: 60000m, currency: \"HKD\")", "new Money(minorUnits: 60000, currency: \"HKD\")", "600.00 HKD")]
    public Task Major_units_that_were_minor_ones_are_told_so(string before, string after, string worth) =>
        ExpectStatementAsync($"Use(order with {{ Value = {before} }});", $"Use {after}, which is {worth}", $"Use(order with {{ Value = {after} }});");

    [Theory]
    [InlineData("const int cents = 60000;", "Money.FromMajor(cents, \"HKD\")", "new Money(cents, \"HKD\")")]
    [InlineData("const long cents = 60000;", "Money.FromMajor(amount: cents, currency: \"HKD\")", "new Money(minorUnits: cents, currency: \"HKD\")")]
    public Task A_constant_keeps_its_name(string declaration, string before, string after) => ExpectStatementAsync(
        $"{declaration} Use(order with {{ Value = {before} }});",
        $"Use {after}, which is 600.00 HKD",
        $"{declaration} Use(order with {{ Value = {after} }});");

    [Fact]
    public async Task A_constant_that_is_no_whole_number_cannot_be_minor_units() => Assert.DoesNotContain(
        await Workbench.Of(Method("const decimal cents = 60000m; Use(order with { Value = Money.FromMajor(cents, \"HKD\") });")).TitlesAsync(),
        title => title.Contains("new Money", StringComparison.Ordinal));

    [Theory]
    [InlineData("new Money(50, \"PLN\")", "Money.FromMajor(50m, \"PLN\")")]
    [InlineData("new(50, \"PLN\")", "Money.FromMajor(50m, \"PLN\")")]
    [InlineData("new(currency: \"PLN\", minorUnits: 50)", "Money.FromMajor(currency: \"PLN\", amount: 50m)")]
    public Task Minor_units_that_were_major_ones_are_told_so(string before, string after) => ExpectAsync(
        Bill(before), $"Use {after}, which is 50.00 PLN", Bill(after));

    [Theory]
    [InlineData("Use(order with { Value = Money.FromMajor(999999m, \"HKD\") });", "APM1002")]
    [InlineData("Use(order with { Value = new Money(0, \"EUR\") });", "APM1003")]
    [InlineData("Use(Money.FromMajor(12.345m, \"HKD\"));", "APM1012")]
    public async Task No_program_changes_what_a_customer_pays(string statement, string id)
    {
        var bench = Workbench.Of(Method(statement));

        Assert.Equal([id], await bench.IdsAsync());
        Assert.Equal(await bench.TextAsync(), await (await bench.FormatAsync(id)).TextAsync());
    }

    [Theory]
    [InlineData("Use(order with { Value = Money.FromMajor(999999m, \"HKD\") });")]
    [InlineData("Use(order with { Value = Money.FromMajor(60000m, \"HKD\") });")]
    [InlineData("Use(Money.FromMajor(12.345m, \"HKD\"));")]
    public async Task Fix_All_is_not_offered_for_an_amount(string statement) => Assert.Empty(await Workbench.Of(Method(statement)).FixAllTitlesAsync());

    [Theory]
    [InlineData("Money.FromMajor(12.345m, \"HKD\")", "12.35m", "Money.FromMajor(12.35m, \"HKD\")")]
    [InlineData("Money.FromMajor(12.999m, \"HKD\")", "13m", "Money.FromMajor(13m, \"HKD\")")]
    [InlineData("Money.FromMajor(100.5m, \"JPY\")", "101m", "Money.FromMajor(101m, \"JPY\")")]
    [InlineData("Money.FromMajor(0.0005m, currency: \"KWD\")", "0.001m", "Money.FromMajor(0.001m, currency: \"KWD\")")]
    public Task Too_many_decimals_are_rounded_to_those_of_the_currency(string before, string rounded, string after) =>
        ExpectStatementAsync($"Use({before});", $"Round to {rounded}", $"Use({after});");

    // A method of our own, because the shipped one has no minimum that major units are taken for.
    private static string Bill(string amount) => $$"""
        public sealed record Bill
        {
            [ApmField("value", "own/bill"), ApmCurrencies("PLN"), ApmLimit("PLN", Min = 100, Max = 100000)]
            public required Money Value { get; init; }
        }

        public static class Till
        {
            public static Bill Sell() => new() { Value = {{amount}} };
        }
        """;

    private static Money AlipayHkMaximum()
    {
        var spec = File.ReadAllText(Path.Combine(Analyzers.Tests.SpecFiles.Repository, "specs", "worldpay", "2023-06-01", "alipay_hk.apm.yaml"));
        var max = System.Text.RegularExpressions.Regex.Match(spec, @"HKD: \{ max: (\d+) \}").Groups[1].Value;
        return Money.FromMajor(decimal.Parse(max, System.Globalization.CultureInfo.InvariantCulture), "HKD");
    }
}
