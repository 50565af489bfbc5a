using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests.Binding;

public class LimitTests
{
    [Theory]
    [InlineData("APM0002", "EUR: { max: { [|minr|]: 1500 } }", "did you mean 'minor'?")]
    [InlineData("APM0003", "[|EUR|]: {}", "neither min nor max")]
    [InlineData("APM0004", "EUR: [|[5000]|]", "such as { max: 1000 }")]
    [InlineData("APM0004", "EUR: { max: [|[1]|] }", "not a list")]
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
        Gateway.ExpectInMethod(SpecRules.NoLimit, Gateway.Method.Edited("[EUR]", "[EUR, HKD, USD]").Edited("limits:", "[|limits|]:"), "in HKD, USD: amounts in them");

    [Fact]
    public void Without_limits_the_currencies_are_the_place() =>
        Gateway.ExpectInMethod(SpecRules.NoLimit, Gateway.Method.Edited("limits:\n  EUR: { max: 100 }\n", "").Edited("currencies:", "[|currencies|]:"), "in EUR: amounts in it");
}
