using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Elements that were chosen by a condition.</summary>
public class SequenceTests
{
    private const string Members = """
        private static string Of(Cart cart) => cart.Region == Region.Home ? "HKD" : "USD";
        private static readonly List<Cart> Carts = [];
        """;

    [Theory]
    [InlineData("foreach (var each in Carts.Where(one => one.Region == Region.Home)) { order = order with { Value = new(5, Of(each)) }; } return order;")]
    [InlineData("""
        var home = Carts.Where(one => one.IsHome).ToList();
        foreach (var each in home) { order = order with { Value = new(5, Of(each)) }; } return order;
        """)]
    [InlineData("foreach (var each in Carts) { if (!each.IsHome) continue; order = order with { Value = new(5, Of(each)) }; } return order;")]
    [InlineData("return Carts.Where(one => one.Region == Region.Home).OrderBy(one => one.Cents).Select(one => order with { Value = new(5, Of(one)) }).Last();")]
    [InlineData("return (from one in Carts where one.Region == Region.Home select order with { Value = new(5, Of(one)) }).Last();")]
    [InlineData("var first = Carts.First(one => one.Region == Region.Home); return order with { Value = new(5, Of(first)) };")]
    [InlineData("var first = Carts.FirstOrDefault(one => one.IsHome); return first is null ? null : order with { Value = new(5, Of(first)) };")]
    [InlineData("""
        var first = Carts.Find(one => one.IsHome && flag);
        if (first == null) return null; return order with { Value = new(5, flag ? Of(first) : "USD") };
        """)]
    public Task What_the_condition_excludes_is_not_reported(string statements) => Cases.CheckAsync(statements, Members);

    [Theory]
    [InlineData("foreach (var each in Carts.Where(one => one.Cents > 5)) { order = order with { Value = new(5, {|APM1001:Of(each)|}) }; } return order;")]
    [InlineData("foreach (var each in Carts.Where(one => !one.IsHome)) { order = order with { Value = new(5, {|APM1001:Of(each)|}) }; } return order;")]
    [InlineData("return Carts.Where(one => one.Region == Region.Abroad).Select(one => order with { Value = new(5, {|APM1001:Of(one)|}) }).Last();")]
    [InlineData("return (from one in Carts select order with { Value = new(5, {|APM1001:Of(one)|}) }).Last();")]
    [InlineData("var first = Carts.First(one => one.Region == Region.Abroad); return order with { Value = new(5, {|APM1001:Of(first)|}) };")]
    [InlineData("""
        var first = Carts.FirstOrDefault(one => one.IsHome && flag);
        if (first is null) return order with { Value = new(5, flag ? {|APM1001:"USD"|} : "HKD") }; return null;
        """)]
    public Task What_the_condition_leaves_is_reported(string statements) => Cases.CheckAsync(statements, Members);
}
