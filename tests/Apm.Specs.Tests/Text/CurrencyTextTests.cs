namespace Apm.Specs.Tests;

public class CurrencyTextTests
{
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

    [Theory]
    [InlineData(2, null, "must be one of C1, C2")]
    [InlineData(2, "Shop", "must be one of C1, C2, the currencies of Shop")]
    [InlineData(14, null, "must be one of C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14")]
    [InlineData(15, "Shop", "must be one of C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12 and 3 others, the currencies of Shop")]
    public void Accepted_currencies_are_listed_up_to_14(int count, string? method, string text) =>
        Assert.Equal(text, CurrencyText.Accepted([.. Enumerable.Range(1, count).Select(number => $"C{number}")], method));
}
