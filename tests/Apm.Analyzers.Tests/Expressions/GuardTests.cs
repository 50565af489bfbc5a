using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

public class GuardTests
{
    [Theory]
    [InlineData("""
        if (text == "USD") { _ = Instruction with { Value = new Money(100, {|APM1001:text|}) }; }
        if (text == "EUR") { _ = Instruction with { Value = new Money(100, text) }; }
        """)]
    [InlineData("""
        if (text is "USD") { _ = Instruction with { Value = new Money(100, {|APM1001:text|}) }; }
        if (text is "EUR" or "HKD") { _ = Instruction with { Value = new Money(100, text) }; }
        """)]
    [InlineData("""
        if (text is "HKD" or "USD") { _ = Instruction with { Value = new Money(100, {|APM1001:text|}) }; }
        if (text is not ("EUR" or "HKD")) { return; }
        _ = Instruction with { Value = new Money(100, text) };
        """)]
    [InlineData("""
        var code = flag ? "USD" : "EUR";
        if (code == "EUR") { _ = Instruction with { Value = new Money(100, code) }; }
        else { _ = Instruction with { Value = new Money(100, {|APM1001:code|}) }; }
        """)]
    [InlineData("""
        var amount = flag ? 5000001 : 5000000;
        if (amount <= 5000000) { _ = Instruction with { Value = new Money(amount, "HKD") }; }
        if (amount > 5000000) { _ = Instruction with { Value = new Money({|APM1002:amount|}, "HKD") }; }
        """)]
    [InlineData("""
        var amount = flag ? 5000001 : 5000000;
        if (text == "HKD" && amount > 5000000) { throw new InvalidOperationException(); }
        _ = Instruction with { Value = new Money(amount, text) };
        if (text == "HKD") { _ = Instruction with { Value = new Money(amount, "HKD") }; }
        else { _ = Instruction with { Value = new Money({|APM1002:amount|}, "HKD") }; }
        """)]
    [InlineData("""
        switch (text)
        {
            case "EUR" or "HKD": _ = Instruction with { Value = new Money(100, text) }; break;
            case "USD": _ = Instruction with { Value = new Money(100, {|APM1001:text|}) }; break;
        }
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, text == "USD" ? {|APM1001:text|} : "EUR") };
        _ = Instruction with { Value = new Money(100, text == "USD" ? "EUR" : text) };
        """)]
    [InlineData("""
        if (order.Code == "USD") { _ = Instruction with { Value = new Money(100, {|APM1001:order.Code|}) }; }
        if (order.Code == "EUR") { _ = Instruction with { Value = new Money(100, order.Code) }; }
        """)]
    [InlineData("""
        if (string.Equals(text, "USD", StringComparison.OrdinalIgnoreCase)) { _ = Instruction with { Value = new Money(100, text) }; }
        if (text.Equals("USD")) { _ = Instruction with { Value = new Money(100, {|APM1001:text|}) }; }
        """)]
    public async Task A_guard_narrows_what_comes_behind_it(string statements) => await Shop.CheckAsync(Shop.Method(statements));
}
