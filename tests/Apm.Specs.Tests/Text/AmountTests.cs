namespace Apm.Specs.Tests;

/// <summary>Amounts as documentation prints them, and as specs have them.</summary>
public class AmountTests
{
    [Theory]
    [InlineData("8,[|000.00|]")]
    [InlineData("8,[|000|]")]
    [InlineData("1,[|000|],000")]
    [InlineData("1,[|000|],000.50")]
    [InlineData("1,[|234|],567,890.00")]
    public void Digits_with_commas_between_them_are_one_mistake(string amount) => Gateway.ExpectInMethod(
        SpecDescriptors.UnknownKey,
        Gateway.Method.Edited("max: 100", $"max: {amount}"),
        "write a number without digit grouping, such as 8000 or 8000.50");

    private static string WithLimit(string currency, string max) =>
        Gateway.Method.Edited("[EUR]", $"[{currency}]").Edited("EUR: { max: 100 }", $"{currency}: {{ max: {max} }}");

    [Theory]
    [InlineData("HKD", "50000", 5_000_000)]
    [InlineData("HKD", "50000.0", 5_000_000)]
    [InlineData("EUR", "0.02", 2)]
    [InlineData("EUR", "0.5", 50)]
    [InlineData("EUR", "1000.00", 100_000)]
    [InlineData("EUR", "'100'", 10_000)]
    [InlineData("EUR", "0000000000000000000005", 500)]
    [InlineData("JPY", "299000", 299_000)]
    [InlineData("KWD", "1.5", 1500)]
    [InlineData("KWD", "1.50", 1500)]
    [InlineData("KWD", "1500", 1_500_000)]
    [InlineData("KWD", "{ minor: 1500 }", 1500)]
    [InlineData("CLF", "1.5", 15_000)]
    [InlineData("CLF", "1.5000", 15_000)]
    [InlineData("CNH", "12.34", 1234)]
    [InlineData("EUR", "{ minor: 1 }", 1)]
    public void Amounts_are_decimals_in_major_units(string currency, string text, long minorUnits)
    {
        var bound = Gateway.BindMethod(WithLimit(currency, text));

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(minorUnits, Assert.Single(bound.Model!.Limits).Max);
    }

    // The spellings of the documentation of real methods, each with what its author must be told to write.
    [Theory]
    [InlineData("HKD", "50.000", "reads as fifty; if the dot groups digits, write 50000")]
    [InlineData("EUR", "1.500", "reads as one; if the dot groups digits, write 1500")]
    [InlineData("EUR", "5.000", "reads as five; if the dot groups digits, write 5000")]
    [InlineData("EUR", "3.000", "reads as three; if the dot groups digits, write 3000")]
    [InlineData("EUR", "10.000", "reads as ten; if the dot groups digits, write 10000")]
    [InlineData("EUR", "2.500", "reads as two; if the dot groups digits, write 2500")]
    [InlineData("EUR", "'1,00'", "write 1.00")]
    [InlineData("EUR", "'0,01'", "write 0.01")]
    [InlineData("HKD", "'50.000,00'", "write 50000.00")]
    [InlineData("JPY", "299.000", "JPY has none: a dot is the decimal point here, so this reads as 299; if the dot groups digits, write 299000")]
    [InlineData("JPY", "999.999", "write 999999")]
    [InlineData("EUR", "1.000.000", "write 1000000")]
    [InlineData("EUR", "25.000", "reads as twenty-five; if the dot groups digits, write 25000")]
    [InlineData("USD", "'5,000'", "write 5000")]
    [InlineData("EUR", "'1,000.00'", "write 1000.00")]
    [InlineData("USD", "'10,000.00'", "write 10000.00")]
    [InlineData("EUR", "'0,00'", "write 0.00")]
    [InlineData("HKD", "50 000", "write 50000")]
    [InlineData("HKD", "50_000", "write 50000")]
    [InlineData("HKD", "50'000", "write 50000")]
    [InlineData("HKD", "1e3", "write 1000")]
    [InlineData("HKD", "1e999999999", "write the amount out")]
    [InlineData("HKD", "-5", "write '5'")]
    [InlineData("HKD", "0.001", "write at most 2 after the dot")]
    [InlineData("HKD", "1000.125", "write at most 2 after the dot")]
    [InlineData("JPY", "0.5", "JPY has none")]
    [InlineData("KWD", "1.500", "write { minor: 1500 } if the dot is the decimal point, or 1500 if the dot groups digits")]
    [InlineData("KWD", "1.500", "because KWD has 3 decimals")]
    [InlineData("KWD", "0.500", "write { minor: 500 }")]
    [InlineData("CLF", "1.500", "write { minor: 15000 } if the dot is the decimal point")]
    [InlineData("KWD", "1.5000", "write at most 3 after the dot")]
    [InlineData("HKD", "50000 HKD", "write the number alone")]
    [InlineData("HKD", "HKD 50000", "write the number alone")]
    [InlineData("HKD", "fifty", "write a plain decimal")]
    [InlineData("HKD", ".5", "write a plain decimal")]
    [InlineData("HKD", "5.", "write 5")]
    [InlineData("HKD", "0x10", "write a plain decimal")]
    [InlineData("HKD", "99999999999999999999", "more than 18 digits")]
    [InlineData("HKD", "10000000000000000000", "more than 18 digits")]
    public void Other_spellings_are_refused_with_the_one_to_write(string currency, string text, string way) =>
        Gateway.ExpectInMethod(SpecDescriptors.Decimals, WithLimit(currency, $"[|{text}|]"), way);

    [Fact]
    public void A_comma_within_braces_ends_an_amount_and_both_parts_are_reported()
    {
        var text = WithLimit("EUR", "150.000,00");

        var diagnostics = Gateway.BindMethod(text).Diagnostics;

        Assert.Equal(
            [(SpecDescriptors.Decimals, "150.000"), (SpecDescriptors.UnknownKey, "00")],
            diagnostics.Select(diagnostic => (diagnostic.Rule, text.Part(diagnostic.Location))));
        Assert.Contains("write 150000", diagnostics[0].Message);
    }
}
