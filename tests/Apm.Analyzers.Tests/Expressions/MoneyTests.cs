using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

public class MoneyTests
{
    [Theory]
    [InlineData("""
        _ = Instruction with { Value = Money.FromMajor({|APM1002:50000.01m|}, "HKD") };
        _ = Instruction with { Value = Money.FromMajor(50000m, "HKD") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = Money.FromMajor(currency: {|APM1001:"USD"|}, amount: 1) };
        _ = Instruction with { Value = Money.FromMajor(currency: "EUR", amount: 1) };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new(100, {|APM1001:"USD"|}) };
        _ = Instruction with { Value = new(100, "EUR") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money { MinorUnits = {|APM1002:5000001|}, Currency = "HKD" } };
        _ = Instruction with { Value = new() { MinorUnits = 5000000, Currency = "HKD" } };
        """)]
    [InlineData("""
        _ = Instruction with { Value = {|APM1002:new Money(4999999, "HKD") + new Money(2, "HKD")|} };
        _ = Instruction with { Value = new Money(4999999, "HKD") + new Money(1, "HKD") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = {|APM1002:AlipayHk.Limits.MaximumHkd + new Money(1, "HKD")|} };
        _ = Instruction with { Value = AlipayHk.Limits.MaximumHkd };
        """)]
    [InlineData("""
        _ = Instruction with { Value = {|APM1002:new Money(1_000_001, "HKD") * 5|} };
        _ = Instruction with { Value = new Money(1_000_000, "HKD") * 5 };
        """)]
    [InlineData("""
        const int lines = 5;
        _ = Instruction with { Value = {|APM1002:lines * Money.FromMajor(10_000.01m, "HKD")|} };
        _ = Instruction with { Value = number * Money.FromMajor(10_000.01m, "HKD") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = {|APM1002:Money.Parse("50000.01 HKD")|} };
        _ = Instruction with { Value = Money.Parse("50000.00 HKD") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = {|APM1001:Money.Parse("12.34 USD", null)|} };
        _ = Instruction with { Value = Money.Parse("12.34 EUR", null) };
        """)]
    [InlineData("""
        var total = new Money(5000002, "HKD");
        _ = Instruction with { Value = {|APM1002:total - new Money(1, "HKD")|} };
        _ = Instruction with { Value = total - new Money(2, "HKD") };
        """)]
    [InlineData("""
        var sum = new Money(4999999, "HKD");
        sum += new Money(2, "HKD");
        _ = Instruction with { Value = {|APM1002:sum|} };
        sum -= new Money(2, "HKD");
        _ = Instruction with { Value = sum };
        """)]
    [InlineData("""
        var money = new Money(100, "HKD");
        _ = Instruction with { Value = money with { MinorUnits = {|APM1002:5000001|} } };
        _ = Instruction with { Value = money with { MinorUnits = 5000000 } };
        """)]
    [InlineData("""
        var money = new Money(5000001, "EUR");
        _ = Instruction with { Value = {|APM1002:money|} with { Currency = "HKD" } };
        _ = Instruction with { Value = money with { Currency = "GBP" } };
        """)]
    [InlineData("""
        _ = Instruction with { Value = Money.FromMajor({|APM1002:50000.01m|}, "EUR") with { Currency = "HKD" } };
        _ = Instruction with { Value = Money.FromMajor(50000m, "EUR") with { Currency = "HKD" } };
        """)]
    [InlineData("""
        var money = new Money(5000001, "EUR");
        _ = Instruction with { Value = new Money({|APM1002:money.MinorUnits|}, "HKD") };
        _ = Instruction with { Value = new Money(money.MinorUnits, "GBP") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = {|APM1001:default|} };
        _ = Instruction with { Value = {|APM1001:new()|} };
        """)]
    [InlineData("""
        var money = new Money(100, "USD");
        _ = Instruction with { Value = new Money(100, {|APM1001:money.Currency|}) };
        _ = Instruction with { Value = new Money(money.MinorUnits, "EUR") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = Ask() == "" ? new Money(100, {|APM1001:"USD"|}) : new Money({|APM1002:5000001|}, "HKD") };
        _ = Instruction with { Value = Ask() == "" ? new Money(5000001, "EUR") : new Money(5000000, "HKD") };
        """)]
    public async Task Money_is_judged_however_it_is_made(string statements) => await Shop.CheckAsync(Shop.Method(statements));

    [Fact]
    public Task A_code_that_some_spec_accepts_is_known_wherever_it_stands() => Shop.CheckAsync(
        Shop.Method("""
            Use(new Money(5, "CNH"));
            Use(new Money(5, {|APM1011:"CNQ"|}));
            """)
        + """public sealed record Wallet { [ApmField("value", "acme/1/wallet"), ApmCurrencies("EUR", "CNH")] public Money Value { get; init; } }""");

    [Theory]
    [InlineData("""Value = new Money(5, {|APM1001:"CNQ"|})""")]
    [InlineData("""Value = (new Money(5, {|APM1001:"CNQ"|}))""")]
    [InlineData("""Value = flag ? new Money(5, {|APM1001:"CNQ"|}) : new Money(5, "HKD")""")]
    [InlineData("""Value = Till.Asked ?? new Money(5, {|APM1001:"CNQ"|})""")]
    [InlineData("""Value = number switch { 1 => new Money(5, {|APM1001:"CNQ"|}), _ => new Money(5, "HKD") }""")]
    [InlineData("""Value = Money.FromMajor(5, {|APM1001:"CNQ"|})""")]
    public Task A_code_that_nobody_knows_is_reported_once(string member) =>
        Shop.CheckAsync(Shop.Method($"Use(Instruction with {{ {member} }});", "private static Money? Asked => null;"));

    [Fact]
    public Task Where_any_currency_is_taken_a_code_that_nobody_knows_is_reported() => Shop.CheckAsync(
        Shop.Method("""Use(new Fee { Value = new Money(5, {|APM1011:"CNQ"|}) });""")
        + """public sealed record Fee { [ApmField("fee", "acme/1/wallet")] public Money Value { get; init; } }""");

    [Fact]
    public Task A_method_of_the_shop_is_not_taken_for_one_of_money() => Shop.CheckAsync(Shop.Method(
        """Use(Own.FromMajor(1.005m, "USD"));""",
        """private static class Own { public static string FromMajor(decimal amount, string currency) => currency + amount; }"""));

    [Theory]
    [InlineData("""
        var code = flag ? "HKD" : "EUR";
        var amount = flag ? 5000000 : 5000001;
        _ = Instruction with { Value = new Money(amount, code) };
        """)]
    [InlineData("""
        var code = flag ? "EUR" : "HKD";
        var amount = flag ? 5000000 : 5000001;
        _ = Instruction with { Value = new Money({|APM1002:amount|}, code) };
        """)]
    [InlineData("""
        string code;
        long amount;
        if (flag) { code = "HKD"; amount = 100; } else { code = "SGD"; amount = 5000001; }
        _ = Instruction with { Value = new Money(amount, code) };
        """)]
    public async Task Amount_and_currency_are_judged_together(string statements) => await Shop.CheckAsync(Shop.Method(statements));

    [Theory]
    [InlineData("""_ = Instruction with { Value = new Money(5000001, text) };""")]
    [InlineData("""_ = Instruction with { Value = new Money(100, "HKD") + new Money(number, "HKD") };""")]
    [InlineData("""var money = Use(new Money(5000001, "HKD")); _ = Instruction with { Value = money with { Currency = text } };""")]
    [InlineData("""_ = Instruction with { Value = Money.FromMajor(500001, text) with { Currency = "HKD" } };""")]
    public async Task Money_that_is_known_in_part_is_not_guessed(string statements) => await Shop.CheckAsync(Shop.Method(statements));
}
