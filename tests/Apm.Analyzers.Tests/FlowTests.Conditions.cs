using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Conditions that go together: a way that no run takes is not reported, and one that some run takes is.</summary>
public class FlowTestsConditions
{
    [Theory]
    [InlineData("flag == true", "!flag")]
    [InlineData("flag is false", "flag")]
    [InlineData("number > 5", "number < 6")]
    [InlineData("number >= 5 && number <= 5", "number != 5")]
    [InlineData("number is > 5 and < 8", "number is not (6 or 7)")]
    [InlineData("other != null", "other is null")]
    [InlineData("other is string", "other == null")]
    [InlineData("other is { }", "other == null")]
    [InlineData("limit.HasValue", "limit is null")]
    [InlineData("limit > 5", "limit is null")]
    [InlineData("limit is int value", "limit == null")]
    [InlineData("order is { Status: \"open\" }", "order.Status != \"open\"")]
    [InlineData("IsLarge(number)", "number <= 5")]
    [InlineData("!IsLarge(number)", "IsLarge(number)")]
    [InlineData("same > 5", "number <= 5")]
    public Task A_way_that_contradicts_itself_is_not_reported(string condition, string opposite) => CheckAsync($$"""
        var same = number;
        var currency = "HKD";
        if ({{condition}})
        {
            currency = "USD";
        }

        if ({{opposite}})
        {
            Use(Instruction with { Value = new Money(100, currency) });
        }
        """);

    [Theory]
    [InlineData("flag == true", "flag")]
    [InlineData("number > 5", "number < 7")]
    [InlineData("other != null", "other is not null")]
    [InlineData("!(limit > 5)", "limit is null")]
    [InlineData("order is { Status: \"open\" }", "order.Status == \"open\"")]
    [InlineData("IsLarge(number)", "number > 5")]
    public Task A_way_that_some_run_takes_is_reported(string condition, string second) => CheckAsync($$"""
        var currency = "HKD";
        if ({{condition}})
        {
            currency = "USD";
        }

        if ({{second}})
        {
            Use(Instruction with { Value = new Money(100, {|APM1001:currency|}) });
        }
        """);

    [Fact]
    public Task What_stands_for_null_is_not_used_where_there_is_a_value() => CheckAsync("""
        if (other != null)
        {
            Use(Instruction with { Value = new Money(100, other ?? "USD") });
        }

        var code = other ?? "USD";
        if (other is not null)
        {
            Use(Instruction with { Value = new Money(100, code) });
        }
        """);

    [Fact]
    public Task What_a_helper_chose_goes_together_with_the_condition_it_was_given() => CheckAsync("""
        var currency = Pick(flag);
        if (!flag)
        {
            Use(Instruction with { Value = new Money(100, currency) });
        }

        if (number > 10)
        {
            Use(Instruction with { Value = new Money(100, Level(number)) });
        }

        if (flag)
        {
            Use(Instruction with { Value = new Money(100, {|APM1001:currency|}) });
        }
        """);

    [Fact]
    public Task A_condition_on_a_local_that_has_changed_is_another_condition() => CheckAsync("""
        var currency = "HKD";
        var last = number;
        if (last > price)
        {
            last = 0;
        }

        if (last > price)
        {
            currency = "USD";
        }

        Use(Instruction with { Value = new Money(100, {|APM1001:currency|}) });
        """);

    private static Task CheckAsync(string statements) => Shop.CheckAsync(Shop.Method(
        "int? limit = Ask().Length == 0 ? null : Ask().Length;\n" + statements,
        """
        private static bool IsLarge(int amount) => amount > 5;

        private static string Pick(bool test) => test ? "USD" : "HKD";

        private static string Level(int amount)
        {
            if (amount > 5)
            {
                return "HKD";
            }

            return "USD";
        }
        """));
}
