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
        decimal? most = 50000.01m;
        _ = Instruction with { Value = Money.FromMajor({|APM1002:most|}.Value, "HKD") };
        _ = Instruction with { Value = Money.FromMajor({|APM1002:(decimal)most|}, "HKD") };
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
    [InlineData("""
        int? most = 5000001;
        int? none = null;
        _ = Instruction with { Value = new Money({|APM1002:most|}.GetValueOrDefault(), "HKD") };
        _ = Instruction with { Value = new Money(none.GetValueOrDefault({|APM1002:5000001|}), "HKD") };
        _ = Instruction with { Value = new Money(none.GetValueOrDefault(5000000), "HKD") };
        _ = Instruction with { Value = new Money(none.GetValueOrDefault(), "HKD") };
        """)]
    [InlineData("""
        var amount = 5000000L;
        _ = Instruction with { Value = new Money(amount++, "HKD") };
        _ = Instruction with { Value = new Money({|APM1002:amount|}--, "HKD") };
        _ = Instruction with { Value = new Money({|APM1002:++amount|}, "HKD") };
        _ = Instruction with { Value = new Money(--amount, "HKD") };
        """)]
    public async Task A_number_that_is_worked_out_is_judged(string statements) => await Shop.CheckAsync(Shop.Method(statements));

    /// <summary>What does not fit wraps or throws, as the project has it.</summary>
    [Theory]
    [InlineData("sbyte", "-128", "127", "128")]
    [InlineData("byte", "0", "255", "256")]
    [InlineData("short", "-32768", "32767", "32768")]
    [InlineData("ushort", "0", "65535", "65536")]
    [InlineData("int", "-2147483648", "2147483647", "2147483648")]
    [InlineData("uint", "0", "4294967295", "4294967296")]
    [InlineData("ulong", "0", "9223372036854775807", "-1")]
    public Task A_number_is_known_as_far_as_its_type_holds_it(string type, string least, string most, string tooMuch) => Shop.CheckAsync(Shop.Method($$"""
        long least = {{least}}, most = {{most}}, tooMuch = {{tooMuch}};
        _ = Instruction with { Value = new Money({|APM1002:5000001 - (long)({{type}})least % 1000|}, "HKD") };
        _ = Instruction with { Value = new Money({|APM1002:5000001 + (long)({{type}})most % 1000|}, "HKD") };
        _ = Instruction with { Value = new Money(6000000 + (long)({{type}})tooMuch % 1000, "HKD") };
        """));

    [Theory]
    [InlineData("""_ = Instruction with { Value = new Money(number * 5000001L, "HKD") };""")]
    [InlineData("""_ = Instruction with { Value = new Money(Math.Max(number, 100), "HKD") };""")]
    [InlineData("""var most = int.MaxValue; _ = Instruction with { Value = new Money(most + 1, "EUR") };""")]
    [InlineData("""var none = 0; _ = Instruction with { Value = new Money(5000001 / none, "HKD") };""")]
    public async Task A_number_that_is_not_known_is_not_judged(string statements) => await Shop.CheckAsync(Shop.Method(statements));
}
