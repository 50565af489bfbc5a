namespace Apm.Specs.Tests;

public class LimitTests
{
    [Theory]
    [InlineData("APM0002", "EUR: { max: { [|minr|]: 1500 } }", "did you mean 'minor'?")]
    [InlineData("APM0003", "[|EUR|]: {}", "neither min nor max")]
    [InlineData("APM0004", "EUR: [[|5000|]]", "such as { max: 1000 }")]
    [InlineData("APM0004", "EUR: { max: [|[1]|] }", "not a list")]
    [InlineData("APM0004", "EUR: { max: 10, elsewhere: [|everywhere|] }", "write elsewhere: equivalent")]
    [InlineData("APM0016", "each: { max: 10, elsewhere: [|equivalent|] }", "remove 'elsewhere', or name the currency")]
    [InlineData("APM0006", "each: { min: [|0.001|] }", "EUR has 2")]
    [InlineData("APM0008", "EUR: [{ max: 10, channel: Mobile App }, { [|min|]: 1, channel: mobile-app }]", "already has such a limit")]
    [InlineData("APM0011", "each: { min: [|20|] }\n  EUR: { max: 10 }", "the minimum 20.00 EUR is above the maximum 10.00 EUR")]
    [InlineData("APM0004", "EUR: { max: { minor: [|1.5|] } }", "whole number")]
    [InlineData("APM0004", "EUR: { max: { minor: [|-5|] } }", "whole number")]
    [InlineData("APM0005", "[|EYR|]: { max: 5 }", "did you mean 'EUR'?")]
    [InlineData("APM0011", "[|HKD|]: { max: 5 }", "list HKD under 'currencies' (EUR)")]
    [InlineData("APM0011", "EUR: { min: [|200|], max: 100 }", "the minimum 200.00 EUR is above the maximum 100.00 EUR")]
    [InlineData("APM0011", "EUR: { min: [|10|], max: 9.99 }", "the minimum 10.00 EUR is above the maximum 9.99 EUR")]
    public void A_limit_that_cannot_hold_is_reported(string rule, string limit, string word) =>
        Gateway.ExpectInMethod(Expect.Rule(rule), Gateway.Method.Edited("EUR: { max: 100 }", limit), word);

    [Fact]
    public void Currencies_without_a_known_limit_are_named_at_the_limits() =>
        Gateway.ExpectInMethod(
            SpecDescriptors.NoLimit,
            Gateway.Method.Edited("[EUR]", "[EUR, HKD, USD]").Edited("limits:", "[|limits|]:"),
            "in HKD, USD: amounts in them");

    [Fact]
    public void Without_limits_the_currencies_are_the_place() =>
        Gateway.ExpectInMethod(
            SpecDescriptors.NoLimit,
            Gateway.Method.Edited("limits:\n  EUR: { max: 100 }\n", "").Edited("currencies:", "[|currencies|]:"),
            "in EUR: amounts in it");

    [Fact]
    public void Each_fills_in_what_a_currency_does_not_say_for_itself()
    {
        var limits = Limits("each: { min: 1, max: 900 }\n  EUR: { max: 100 }\n  JPY: { min: 5 }", "[EUR, JPY, KWD]");

        Assert.Equal(
            [new("EUR", 100, 10_000), new("JPY", 5, 900), new("KWD", 1_000, 900_000)],
            limits.OrderBy(limit => limit.Currency, StringComparer.Ordinal));
    }

    [Fact]
    public void What_an_amount_alone_cannot_break_is_not_enforced()
    {
        var limits = Limits(
            "EUR: [{ max: 100, elsewhere: equivalent }, { max: 50, channel: mobile app }, { max: 70, per: day }, { min: 5, advisory: true }]",
            "[EUR, USD]");

        Assert.Equal([100_00L, null, null, null], limits.Select(limit => limit.IsEnforced ? limit.Max : null));
        Assert.Equal(["mobile app", "day"], new[] { limits[1].Channel, limits[2].Per });
        Assert.True(limits[0].HasEquivalents);
        Assert.True(limits[3].IsAdvisory);
    }

    [Theory]
    [InlineData("each: { min: 1 }")]
    [InlineData("EUR: { max: 100, elsewhere: equivalent }")]
    public void A_limit_that_is_known_everywhere_is_missed_nowhere(string limit) =>
        Assert.Empty(Gateway.BindMethod(Gateway.Method.Edited("EUR: { max: 100 }", limit).Edited("[EUR]", "[EUR, USD]")).Diagnostics);

    [Fact]
    public void Refund_limits_reach_the_money_in_the_body_of_a_refund_and_nothing_else()
    {
        var method = Gateway
            .BindMethod(
                Gateway.Method.Edited("limits:", "refund-limits: { EUR: { max: 30 } }\nlimits:").Edited("[sale, refund]", "[sale, refund, settle]"),
                Gateway.Api.Edited(
                    "refund: { post: refund, status: 202, while: [captured] }",
                    """
                    refund: { post: refund, status: 202, body: { sum: { type: money } } }
                      settle: { post: settle, status: 202, body: { sum: { type: money } } }
                    """))
            .Model!;

        Assert.Equal([new("EUR", null, 3_000)], method.Operation("refund")!.Body!.Member("sum")!.Money!.Limits);
        Assert.Empty(method.Operation("settle")!.Body!.Member("sum")!.Money!.Limits);
        Assert.Equal(["EUR"], method.Operation("settle")!.Body!.Member("sum")!.Money!.Currencies);
    }

    [Fact]
    public void A_method_without_refunds_has_no_limits_for_them() =>
        Gateway.ExpectInMethod(
            SpecDescriptors.Limit,
            Gateway.Method.Edited("limits:", "[|refund-limits|]: { EUR: { max: 30 } }\nlimits:").Edited("[sale, refund]", "[sale]"),
            "the method offers no refund");

    private static EquatableArray<LimitModel> Limits(string limits, string currencies) =>
        Gateway.BindMethod(Gateway.Method.Edited("EUR: { max: 100 }", limits).Edited("[EUR]", currencies)).Model!.Limits;

    [Fact]
    public void A_currency_has_20_limits_and_no_more()
    {
        var limits = string.Join(", ", Enumerable.Range(0, 20).Select(count => $"{{ max: 1, channel: c{count} }}"));

        Assert.Empty(Gateway.BindMethod(Gateway.Method.Edited("{ max: 100 }", $"[{limits}]")).Diagnostics);
        Gateway.ExpectInMethod(
            SpecDescriptors.TooMuch,
            Gateway.Method.Edited("{ max: 100 }", $"[{limits}, [|{{ max: 1, channel: other }}|]]"),
            "more than 20 limits for 'EUR'");
    }
}
