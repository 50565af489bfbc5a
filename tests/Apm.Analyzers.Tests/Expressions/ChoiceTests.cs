using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

public class ChoiceTests
{
    [Theory]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, other ?? {|APM1001:"USD"|}) };
        _ = Instruction with { Value = new Money(100, other ?? "EUR") };
        """)]
    [InlineData("""
        var code = other;
        code ??= "USD";
        _ = Instruction with { Value = new Money(100, {|APM1001:code|}) };
        var right = other;
        right ??= "EUR";
        _ = Instruction with { Value = new Money(100, right) };
        """)]
    [InlineData("""
        string? none = null;
        _ = Instruction with { Value = new Money(100, none ?? {|APM1001:"USD"|}) };
        string? euro = "EUR";
        _ = Instruction with { Value = new Money(100, euro ?? "USD") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, flag ? {|APM1001:"USD"|} : number > 1 ? "EUR" : {|APM1001:"CHF"|}) };
        _ = Instruction with { Value = new Money(100, flag ? "GBP" : number > 1 ? "EUR" : "SGD") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, text switch { "us" => {|APM1001:"USD"|}, "hk" => "HKD", _ => throw new InvalidOperationException() }) };
        _ = Instruction with { Value = new Money(100, text switch { "uk" => "GBP", "hk" => "HKD", _ => throw new InvalidOperationException() }) };
        """)]
    [InlineData("""
        string code;
        switch (number) { case 1: code = "EUR"; break; case 2: code = "USD"; break; default: return; }
        _ = Instruction with { Value = new Money(100, {|APM1001:code|}) };
        string right;
        switch (number) { case 1: right = "EUR"; break; default: right = "GBP"; break; }
        _ = Instruction with { Value = new Money(100, right) };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(flag ? {|APM1002:5000001|} : 100, flag ? "HKD" : "EUR") };
        _ = Instruction with { Value = new Money(flag ? 5000001 : 100, flag ? "EUR" : "HKD") };
        """)]
    public async Task Each_arm_is_judged_by_itself(string statements) => await Shop.CheckAsync(Shop.Method(statements));
}
