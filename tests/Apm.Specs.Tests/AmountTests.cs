using Apm.Specs.Diagnostics;
using Apm.Specs.Iso;

namespace Apm.Specs.Tests;

public class AmountTests
{
    private static string WithLimit(string currency, string max) =>
        Specs.Method.Replace("[EUR]", $"[{currency}]").Replace("EUR: { max: 100 }", $"{currency}: {{ max: {max} }}");

    [Theory]
    [InlineData("HKD", "50000", 5_000_000)]
    [InlineData("EUR", "0.02", 2)]
    [InlineData("EUR", "0.5", 50)]
    [InlineData("EUR", "1000.00", 100_000)]
    [InlineData("EUR", "0", 0)]
    [InlineData("EUR", "'100'", 10_000)]
    [InlineData("JPY", "299000", 299_000)]
    [InlineData("KWD", "1.5", 1500)]
    [InlineData("KWD", "1500", 1_500_000)]
    [InlineData("KWD", "{ minor: 1500 }", 1500)]
    [InlineData("CNH", "12.34", 1234)]
    [InlineData("EUR", "{ minor: 1 }", 1)]
    public void Amounts_are_decimals_in_major_units(string currency, string text, long minorUnits)
    {
        var bound = Specs.BindMethod(WithLimit(currency, text));

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(minorUnits, Assert.Single(bound.Model!.Limits).Max);
    }

    // The spellings of the documentation of real methods, each with what its author must be told to write.
    [Theory]
    [InlineData("HKD", "50.000", "reads as fifty; where the dot groups digits, write 50000")]
    [InlineData("EUR", "1.500", "reads as one; where the dot groups digits, write 1500")]
    [InlineData("EUR", "5.000", "write 5000")]
    [InlineData("EUR", "3.000", "write 3000")]
    [InlineData("EUR", "10.000", "write 10000")]
    [InlineData("EUR", "2.500", "write 2500")]
    [InlineData("EUR", "'1,00'", "write 1.00")]
    [InlineData("EUR", "'0,01'", "write 0.01")]
    [InlineData("HKD", "'50.000,00'", "write 50000.00")]
    [InlineData("JPY", "299.000", "JPY has none: a dot is the decimal point here, so this reads as 299; where the dot groups digits, write 299000")]
    [InlineData("JPY", "999.999", "write 999999")]
    [InlineData("EUR", "1.000.000", "write 1000000")]
    [InlineData("EUR", "25.000", "reads as twenty-five; where the dot groups digits, write 25000")]
    [InlineData("USD", "'5,000'", "write 5000")]
    [InlineData("EUR", "'1,000.00'", "write 1000.00")]
    [InlineData("USD", "'10,000.00'", "write 10000.00")]
    [InlineData("EUR", "150.000,00", null)]
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
    [InlineData("KWD", "1.500", "write { minor: 1500 } where the dot is the decimal point, or 1500 where the dot groups digits")]
    [InlineData("KWD", "0.500", "write { minor: 500 }")]
    [InlineData("KWD", "1.5000", "write at most 3 after the dot")]
    [InlineData("HKD", "50000 HKD", "write the number alone")]
    [InlineData("HKD", "HKD 50000", "write the number alone")]
    [InlineData("HKD", "fifty", "write a plain decimal")]
    [InlineData("HKD", ".5", "write a plain decimal")]
    [InlineData("HKD", "5.", "write 5")]
    [InlineData("HKD", "0x10", "write a plain decimal")]
    [InlineData("HKD", "99999999999999999999", "more than 18 digits")]
    public void Other_spellings_are_refused_with_the_one_to_write(string currency, string text, string? message)
    {
        var diagnostics = Specs.BindMethod(WithLimit(currency, text)).Diagnostics;

        var diagnostic = diagnostics.First(diagnostic => diagnostic.Rule == SpecRules.Decimals);
        Assert.Contains(message ?? "write 150000", diagnostic.Message);
        Assert.Equal(message is null ? 2 : 1, diagnostics.Count);
    }

    [Fact]
    public void The_place_is_the_amount() =>
        Specs.ExpectInMethod(SpecRules.Decimals, "max: 100", "max: [|100.000|]");

    [Theory]
    [InlineData(5_000_000, "HKD", "50000.00 HKD")]
    [InlineData(1, "EUR", "0.01 EUR")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(299_000, "JPY", "299000 JPY")]
    [InlineData(1500, "KWD", "1.500 KWD")]
    [InlineData(0, "BHD", "0.000 BHD")]
    [InlineData(long.MinValue, "EUR", "-92233720368547758.08 EUR")]
    [InlineData(7, "CNH", "7 minor units of CNH")]
    public void Amounts_are_printed_with_all_decimals(long minorUnits, string currency, string text) =>
        Assert.Equal(text, CurrencyText.Format(minorUnits, currency));
}
