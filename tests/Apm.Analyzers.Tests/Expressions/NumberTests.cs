using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

public class NumberTests
{
    [Theory]
    [InlineData("""
        var limit = 5000000L;
        _ = Instruction with { Value = new Money({|APM1002:limit + 1|}, "HKD") };
        _ = Instruction with { Value = new Money(limit - 1, "HKD") };
        """)]
    [InlineData("""
        long amount = 5000000;
        amount += 1;
        _ = Instruction with { Value = new Money({|APM1002:amount|}, "HKD") };
        amount -= 1;
        _ = Instruction with { Value = new Money(amount, "HKD") };
        """)]
    [InlineData("""
        var (major, less) = (5000001.5m, 5000000.5m);
        _ = Instruction with { Value = new Money({|APM1002:(long)major|}, "HKD") };
        _ = Instruction with { Value = new Money((long)less, "HKD") };
        """)]
    [InlineData("""
        int amount = 5000001;
        int? maximum = 5000000;
        _ = Instruction with { Value = new Money({|APM1002:amount|}, "HKD") };
        _ = Instruction with { Value = new Money(maximum.Value, "HKD") };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(Math.Max(100, {|APM1002:5000001|}), "HKD") };
        _ = Instruction with { Value = new Money(Math.Min(100, 5000001), "HKD") };
        """)]
    [InlineData("""
        var sum = 100001m;
        _ = Instruction with { Value = Money.FromMajor({|APM1002:sum / 2|}, "HKD") };
        _ = Instruction with { Value = Money.FromMajor(sum / 4, "HKD") };
        """)]
    [InlineData("""
        var amount = 5;
        _ = Instruction with { Value = new Money({|APM1003:-amount|}, "HKD") };
        _ = Instruction with { Value = new Money(+amount, "HKD") };
        """)]
    public async Task A_number_that_is_worked_out_is_judged(string statements) => await Shop.CheckAsync(Shop.Method(statements));

    [Theory]
    [InlineData("""_ = Instruction with { Value = new Money(number * 5000001L, "HKD") };""")]
    [InlineData("""_ = Instruction with { Value = new Money(Math.Max(number, 100), "HKD") };""")]
    [InlineData("""var most = int.MaxValue; _ = Instruction with { Value = new Money(most + 1, "EUR") };""")]
    [InlineData("""var none = 0; _ = Instruction with { Value = new Money(5000001 / none, "HKD") };""")]
    public async Task A_number_that_is_not_known_is_not_judged(string statements) => await Shop.CheckAsync(Shop.Method(statements));
}
