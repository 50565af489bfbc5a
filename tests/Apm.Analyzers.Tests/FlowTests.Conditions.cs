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
    [InlineData("5 < number", "number <= 5")]
    [InlineData("5 <= number", "number < 5")]
    [InlineData("5 > number", "number >= 5")]
    [InlineData("5 >= number", "number > 5")]
    [InlineData("number <= 5", "number == 9")]
    [InlineData("number >= 5", "number == 1")]
    [InlineData("number > 5", "!(number >= 6)")]
    [InlineData("number > 5L", "number < 6")]
    [InlineData("(int?)number > 5", "number < 6")]
    [InlineData("price > 5m && price >= 5m", "price == 5m")]
    [InlineData("price < 5m && price <= 5m", "price == 5m")]
    [InlineData("(object?)other != null", "other is null")]
    [InlineData("number is 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or 10 or 11 or 12 or 13 or 14 or 15 or 16", "number == 17")]
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
    [InlineData("number is > 5 and < 8", "number == 6")]
    [InlineData("number is 3 or 7 or < 2", "number > 6")]
    [InlineData("number is 3 or 7 or > 8", "number < 4")]
    [InlineData("price is <= 3 or < 3", "price == 3")]
    [InlineData("price is >= 3 or > 3", "price == 3")]
    [InlineData("price is < 3 or <= 3", "price == 3")]
    [InlineData("price is > 3 or >= 3", "price == 3")]
    [InlineData("other is object found", "other != null")]
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
    public Task Null_has_no_type() => CheckAsync("""
        string? none = null;
        var currency = "HKD";
        if (none is object found)
        {
            currency = "USD" + found;
        }

        Use(Instruction with { Value = new Money(100, currency) });
        """);

    [Fact]
    public Task A_case_whose_guard_fails_leaves_its_value_to_the_next() => CheckAsync("""
        switch (text)
        {
            case "USD" when flag:
                break;
            case "USD":
                Use(Instruction with { Value = new Money(100, {|APM1001:text|}) });
                break;
        }
        """);

    [Fact]
    public Task An_arm_whose_guard_fails_leaves_its_value_to_the_next() => CheckAsync("""
        Use(Instruction with { Value = new Money(100, text switch { "USD" when flag => "HKD", "USD" => {|APM1001:"CHF"|}, _ => "EUR" }) });
        """);

    [Fact]
    public Task A_section_that_a_jump_reaches_is_judged_whatever_the_value_is() => CheckAsync("""
        switch (number)
        {
            case 1:
                goto default;
            default:
                var currency = "USD";
                if (number == 1)
                {
                    Use(Instruction with { Value = new Money(100, {|APM1001:currency|}) });
                }

                break;
        }
        """);

    /// <summary>At most 16 ways are told apart.</summary>
    [Fact]
    public Task Of_many_ways_what_all_have_in_common_is_known() =>
        CheckAsync(
            """
            var (wrong, right) = ("USD", "HKD");
            Use(Instruction with
            {
                Value = new Money(
                    text switch { "1" => 1, "2" => 2, "3" => 3, "4" => 4, _ => 5 },
                    number switch { 1 => "USD", 2 => "EUR", 3 => "GBP", 4 => "SGD", _ => right }),
            });
            var amount = price switch
            {
                1 => 1, 2 => 2, 3 => 3, 4 => 4, 5 => 5, 6 => 6, 7 => 7, 8 => 8,
                9 => 9, 10 => 10, 11 => 11, 12 => 12, 13 => 13, 14 => 14, 15 => 15, 16 => 16, _ => 17,
            };
            Use(Instruction with { Value = new Money(amount, {|APM1001:wrong|}) });
            Use(Instruction with { Value = new Money(amount, right) });
            int one = 0, two = 0, three = 0, four = 0, five = 0;
            if (flag) one = 1;
            if (text == "b") two = 1;
            if (number == 3) three = 1;
            if (price > 4) four = 1;
            if (other is null) five = 1;
            Use(Instruction with { Value = new Money(one + two + three + four + five, {|APM1001:wrong|}) });
            """
        );

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
