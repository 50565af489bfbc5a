using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Patterns on values that are followed from their creation.</summary>
public class PatternTests
{
    [Theory]
    [InlineData("""var price = new Money(number, flag ? "USD" : "HKD"); return price is { Currency: "HKD" } ? order with { Value = price } : null;""")]
    [InlineData("""
        var price = new Money(number, flag ? "USD" : "HKD");
        if (price is not { Currency: "HKD" }) return null;
        return order with { Value = price };
        """)]
    [InlineData("""
        var price = new Money(number, flag ? "USD" : "HKD");
        var isHome = price is { Currency: "HKD" };
        return isHome ? order with { Value = price } : null;
        """)]
    [InlineData("""
        var price = new Money(5, flag ? "USD" : "HKD");
        return price is { Currency: "HKD" or "EUR", MinorUnits: > 0 } ? order with { Value = price } : null;
        """)]
    [InlineData("""
        var price = new Money(number, flag ? "USD" : "HKD");
        return price switch { { Currency: "HKD" } => order with { Value = price }, _ => null };
        """)]
    [InlineData("""
        var price = new Money(number, flag ? "USD" : "HKD");
        switch (price) { case { Currency: "USD" }: return null; default: return order with { Value = price }; }
        """)]
    [InlineData("""
        var price = new Price(number, flag ? "USD" : "HKD");
        return price is { Currency: "HKD" } ? order with { Value = new(price.Cents, price.Currency) } : null;
        """)]
    [InlineData("""
        var price = new Price(number, flag ? "USD" : "HKD");
        return price is { Currency: var code } && code == "HKD" ? order with { Value = new(5, code) } : null;
        """)]
    [InlineData("""
        var price = new Price(number, flag ? "USD" : "HKD");
        return price is (_, "HKD") ? order with { Value = new(price.Cents, price.Currency) } : null;
        """)]
    [InlineData("""
        var price = new Price(number, flag ? "USD" : "HKD");
        switch (price) { case (var cents, "HKD"): return order with { Value = new(cents, price.Currency) }; }
        return null;
        """)]
    [InlineData("""
        var line = new Line(new(number, flag ? "USD" : "HKD"), 1);
        return line is { Price.Currency: "HKD" } ? order with { Value = new(5, line.Price.Currency) } : null;
        """)]
    [InlineData("""
        var line = new Line(new(number, flag ? "USD" : "HKD"), 1);
        return line is { Price: { Currency: "HKD" } price } ? order with { Value = new(5, price.Currency) } : null;
        """)]
    [InlineData("""var pair = (number, flag ? "USD" : "HKD"); return pair is (_, "HKD") ? order with { Value = new(pair.Item1, pair.Item2) } : null;""")]
    [InlineData("""
        var pair = (Cents: number, Code: flag ? "USD" : "HKD");
        return pair is { Code: "HKD" } ? order with { Value = new(pair.Cents, pair.Code) } : null;
        """)]
    [InlineData("""var some = new { Code = flag ? "USD" : "HKD" }; return some is { Code: "HKD" } ? order with { Value = new(5, some.Code) } : null;""")]
    [InlineData("""var price = flag ? null : new Price(number, "HKD"); return price is { } given ? order with { Value = new(5, given.Currency) } : null;""")]
    [InlineData("""
        var code = cart is (Region.Abroad, _, _) ? "USD" : "HKD";
        return cart.Region is Region.Abroad ? null : order with { Value = new(5, code) };
        """)]
    [InlineData("""
        object any = cart;
        var code = any is Cart { IsForeign: true } ? "USD" : "HKD";
        return any is Cart { IsForeign: false } ? order with { Value = new(5, code) } : null;
        """)]
    [InlineData("""
        object price = flag ? new Price(5, "USD") : new Line(new(5, "HKD"), 1);
        return price is Line line ? order with { Value = new(5, line.Price.Currency) } : null;
        """)]
    public Task A_value_that_a_pattern_excludes_is_not_reported(string statements) => Cases.CheckAsync(statements);

    [Theory]
    [InlineData("""
        var price = new Money(number, flag ? "USD" : "HKD");
        return price is { Currency: "USD" } ? order with { Value = {|APM1001:price|} } : null;
        """)]
    [InlineData("""
        var price = new Money(number, flag ? "USD" : "HKD");
        if (price is { Currency: "HKD" }) return null;
        return order with { Value = {|APM1001:price|} };
        """)]
    [InlineData("""
        var price = new Money(number, flag ? "USD" : "HKD");
        return price switch { { Currency: "HKD" } => null, _ => order with { Value = {|APM1001:price|} } };
        """)]
    [InlineData("""
        var price = new Price(number, flag ? "USD" : "HKD");
        return price is { Cents: > 0 } ? order with { Value = new(5, flag ? {|APM1001:"USD"|} : "HKD") } : null;
        """)]
    [InlineData("""
        var price = new Price(5, flag ? "USD" : "HKD");
        return price is (_, "USD") ? order with { Value = new(5, {|APM1001:price.Currency|}) } : null;
        """)]
    [InlineData("""
        var line = new Line(new(5, flag ? "USD" : "HKD"), 1);
        return line is { Price.Currency: "USD" } ? order with { Value = new(5, {|APM1001:line.Price.Currency|}) } : null;
        """)]
    [InlineData("""
        var pair = (5L, flag ? "USD" : "HKD");
        return pair is (5, "USD") ? order with { Value = new(pair.Item1, {|APM1001:pair.Item2|}) } : null;
        """)]
    [InlineData("""
        object any = cart;
        var code = any is Cart { IsForeign: true } ? "USD" : "HKD";
        return any is Cart { IsForeign: true } ? order with { Value = new(5, {|APM1001:code|}) } : null;
        """)]
    public Task A_value_that_a_pattern_leaves_is_reported(string statements) => Cases.CheckAsync(statements);

    [Theory]
    [InlineData("it switch { { IsHome: true } => it.Currency, _ => \"HKD\" }")]
    [InlineData("it is { IsHome: true } ? it.Currency : \"HKD\"")]
    [InlineData("it is { IsHome: false } ? \"HKD\" : it.Currency")]
    [InlineData("it is not { IsHome: true } ? \"HKD\" : it.Currency")]
    [InlineData("it is { IsHome: true, Amount: > 5 } ? it.Currency : \"HKD\"")]
    public async Task A_pattern_on_a_computed_property_is_its_condition(string value) => await CheckComputedAsync(value);

    [Theory]
    [InlineData("it switch { { IsHome: false } => {|APM1001:it.Currency|}, _ => \"HKD\" }")]
    [InlineData("it is { IsHome: true } ? \"HKD\" : {|APM1001:it.Currency|}")]
    [InlineData("it is { Amount: > 5 } ? {|APM1001:it.Currency|} : \"HKD\"")]
    public async Task A_pattern_on_a_computed_property_can_choose_the_wrong_value(string value) => await CheckComputedAsync(value);

    private static async Task CheckComputedAsync(string value) => await Shop.CheckAsync(Shop.Method(
        "",
        $$"""
        private enum Region { Home, Abroad }

        private sealed record Item(Region Region, int Amount)
        {
            public bool IsHome => Region == Region.Home;
            public string Currency => Region == Region.Home ? "HKD" : "USD";
        }

        private static AlipayHkInstruction Sell(Item it) => Instruction with { Value = new Money(100, {{value}}) };
        """));
}
