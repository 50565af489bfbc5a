using Apm.Specs.Tests.Acceptance.Markup;

namespace Apm.Specs.Tests.Acceptance.Language;

/// <summary>Amounts as documentation prints them. What they mean is a fact of the language, not of a method.</summary>
public sealed class AmountTests
{
    // Exponents: EUR and HKD 2, JPY 0, KWD 3, CLF 4.
    [Theory]
    [InlineData("HKD", "50000", 5_000_000)]
    [InlineData("HKD", "50000.0", 5_000_000)]
    [InlineData("HKD", "50000.00", 5_000_000)]
    [InlineData("EUR", "0.02", 2)]
    [InlineData("EUR", "1.00", 100)]
    [InlineData("EUR", "0.5", 50)]
    [InlineData("JPY", "299000", 299_000)]
    [InlineData("JPY", "100", 100)]
    [InlineData("KWD", "1.5", 1_500)]
    [InlineData("KWD", "1.50", 1_500)]
    [InlineData("KWD", "1500", 1_500_000)]
    [InlineData("KWD", "{ minor: 1500 }", 1_500)]
    [InlineData("EUR", "{ minor: 1500 }", 1_500)]
    [InlineData("CLF", "1.5", 15_000)]
    [InlineData("CLF", "1.5000", 15_000)]
    public void A_plain_decimal_is_in_major_units(string currency, string amount, long minorUnits)
    {
        var text = Spec.Method.Replaced("HKD: { max: 50000 }", $"{currency}: {{ max: {amount} }}");
        var bound = SpecBinder.BindMethod(SpecParser.Parse(Spec.MethodFile, text), SpecParser.Parse(Spec.ApiFile, Spec.Api));

        Verify.Silent(bound.Diagnostics);
        Assert.Equal(minorUnits, Assert.Single(bound.Model!.Limits).Max);
    }

    [Theory]
    [InlineData("HKD", "50.000", "write 50000")]
    [InlineData("EUR", "1.500", "write 1500")]
    [InlineData("EUR", "10.000", "write 10000")]
    [InlineData("EUR", "2.500", "write 2500")]
    [InlineData("JPY", "299.000", "write 299000")]
    [InlineData("JPY", "999.999", "write 999999")]
    [InlineData("EUR", "1.000.000", "write 1000000")]
    [InlineData("EUR", "\"50.000,00\"", "write 50000.00")]
    [InlineData("EUR", "\"1,00\"", "write 1.00")]
    [InlineData("EUR", "\"0,01\"", "write 0.01")]
    [InlineData("EUR", "\"10,000.00\"", "write 10000.00")]
    [InlineData("EUR", "\"5,000\"", "write 5000")]
    [InlineData("EUR", "50_000", "write 50000")]
    [InlineData("EUR", "50 000", "write 50000")]
    [InlineData("EUR", "50'000", "write 50000")]
    [InlineData("EUR", "0.005", "at most 2")]
    [InlineData("JPY", "1.5", "JPY has none")]
    [InlineData("KWD", "1.500", "{ minor: 1500 }")]
    [InlineData("CLF", "1.500", "{ minor: 15000 }")]
    [InlineData("EUR", "-1", "negative")]
    [InlineData("EUR", "1e3", "write 1000")]
    [InlineData("EUR", "50000 EUR", "the number alone")]
    [InlineData("EUR", "many", "plain decimal")]
    [InlineData("EUR", "99999999999999999999", "digits")]
    public void Another_form_is_refused_with_what_to_write(string currency, string amount, string way) =>
        Verify.Method(Spec.Method.Replaced("HKD: { max: 50000 }", $"{currency}: {{ max: [|{amount}|] }}"), "APM0006", way);

    [Theory]
    [InlineData("HKD: { max: [|nothing|] }", "APM0006")]
    [InlineData("HKD: { max: [|[1]|] }", "APM0004")]
    [InlineData("HKD: { max: { [|minr|]: 1500 } }", "APM0002")]
    [InlineData("HKD: { max: { minor: [|1.5|] } }", "APM0004")]
    [InlineData("HKD: { max: { minor: [|-5|] } }", "APM0004")]
    [InlineData("HKD: { min: [|10|], max: 9.99 }", "APM0011")]
    [InlineData("[|GBP|]: { max: 5 }", "APM0011")]
    [InlineData("[|HKX|]: { max: 5 }", "APM0005")]
    [InlineData("[|HKD|]: {}", "APM0003")]
    [InlineData("HKD: [|5000|]", "APM0004")]
    public void A_limit_that_cannot_hold(string limit, string rule) =>
        Verify.Method(Spec.Method.Replaced("HKD: { max: 50000 }", limit), rule);
}
