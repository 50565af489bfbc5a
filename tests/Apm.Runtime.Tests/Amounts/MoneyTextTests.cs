using System.Globalization;
using Apm.Iso;
using CsCheck;

namespace Apm.Tests.Amounts;

public class MoneyTextTests
{
    private static readonly Gen<string> s_code = Gen.OneOf([
        .. Iso4217.ActiveCodes().Concat(Iso4217.WithdrawnCodes()).Concat(["CNH", "hkd"]).Select(Gen.Const),
    ]);

    // The tests run without the data of cultures, so these are written out.
    private static readonly NumberFormatInfo s_german = new()
    {
        CurrencyDecimalSeparator = ",",
        CurrencyGroupSeparator = ".",
        CurrencyNegativePattern = 8,
        CurrencyPositivePattern = 3,
        CurrencySymbol = "€",
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
    };

    private static readonly NumberFormatInfo s_american = new() { CurrencyNegativePattern = 1, CurrencyPositivePattern = 0, CurrencySymbol = "$" };

    [Fact]
    public void What_is_printed_is_read_again() => Gen.Select(Gen.Long, s_code).Sample((minorUnits, code) =>
    {
        var money = new Money(minorUnits, code);
        Assert.Equal(money, Money.Parse(money.ToString()));
        Assert.Equal(money, Money.Parse(string.Create(s_german, $"{money}"), s_german));
    });

    [Theory]
    [InlineData("12.34 HKD", 1234)]
    [InlineData("12.3 HKD", 1230)]
    [InlineData("12 HKD", 1200)]
    [InlineData("-0.05 HKD", -5)]
    [InlineData("500 JPY", 500)]
    [InlineData("1.500 KWD", 1500)]
    public void An_amount_with_its_code_is_read(string text, long minorUnits)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(new Money(minorUnits, text[^3..]), money);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12.34")]
    [InlineData("HKD 12.34")]
    [InlineData("12,34 HKD")]
    [InlineData("1,234.50 HKD")]
    [InlineData("12.345 HKD")]
    [InlineData("12.340 HKD")]
    [InlineData("500.0 JPY")]
    [InlineData("12.34  HKD")]
    [InlineData(" 12.34 HKD")]
    [InlineData("12.34 HKD ")]
    [InlineData("12.34 hkd")]
    [InlineData("12.34 CNH")]
    [InlineData("12.34 XAU")]
    [InlineData("+12.34 HKD")]
    [InlineData("--12.34 HKD")]
    [InlineData("12.3.4 HKD")]
    [InlineData(".34 HKD")]
    [InlineData("12. HKD")]
    [InlineData("- HKD")]
    [InlineData("1e3 HKD")]
    [InlineData("١٢ HKD")]
    [InlineData("92233720368547758.08 HKD")]
    [InlineData("1234 minor units of HKD")]
    [InlineData("12.3 minor units of CNH")]
    [InlineData("0 minor units of no currency")]
    [InlineData("0 minor units of ")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Money.TryParse(text, out var money));
        Assert.Equal(default, money);
        if (text is not null)
        {
            var error = Assert.Throws<FormatException>(() => Money.Parse(text));
            Assert.Contains($"'{text}' is not money", error.Message, StringComparison.Ordinal);
        }
    }

    // \u00A0 is the no-break space between a code and the digits.
    [Theory]
    [InlineData(123450, "USD", "$1,234.50")]
    [InlineData(-123450, "USD", "-$1,234.50")]
    [InlineData(123450, "HKD", "HKD\u00A01,234.50")]
    [InlineData(-123450, "HKD", "-HKD\u00A01,234.50")]
    [InlineData(1234, "JPY", "JPY\u00A01,234")]
    [InlineData(1234, "KWD", "KWD\u00A01.234")]
    public void A_culture_writes_the_symbol_only_of_its_own_currency(long minorUnits, string code, string expected)
    {
        Iso4217.TryGetExponent(code, out var decimals);
        Assert.Equal(expected, MoneyText.WithCurrency(new Money(minorUnits, code), decimals, s_american, "USD"));
    }

    [Theory]
    [InlineData(123450, "EUR", "1.234,50 €")]
    [InlineData(123450, "USD", "1.234,50 USD")]
    [InlineData(-1234, "JPY", "-1.234 JPY")]
    public void A_culture_places_the_currency(long minorUnits, string code, string expected)
    {
        Iso4217.TryGetExponent(code, out var decimals);
        Assert.Equal(expected, MoneyText.WithCurrency(new Money(minorUnits, code), decimals, s_german, "EUR"));
    }

    [Theory]
    [InlineData(123450, "EUR", "C", "1.234,50 EUR")]
    [InlineData(123450, "EUR", "N", "1.234,50")]
    [InlineData(1234, "JPY", "n", "1.234")]
    [InlineData(123450, "HKD", "G", "1234.50 HKD")]
    [InlineData(123450, "HKD", null, "1234.50 HKD")]
    [InlineData(1234, "CNH", "C", "1234 minor units of CNH")]
    public void A_format_without_a_region_has_no_symbol(long minorUnits, string code, string? format, string expected)
    {
        Assert.Equal(expected, new Money(minorUnits, code).ToString(format, s_german));
        Assert.Equal("HKD\u00A00.05", new Money(5, "HKD").ToString("C", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_code_is_never_joined_to_the_digits()
    {
        for (var pattern = 0; pattern <= 16; pattern++)
        {
            var format = new NumberFormatInfo { CurrencyNegativePattern = pattern, CurrencyPositivePattern = pattern % 4 };
            foreach (var units in new[] { 5, -5 })
            {
                var text = MoneyText.WithCurrency(new Money(units, "HKD"), 2, format, own: null);
                var (before, after) = (text.IndexOf("HKD", StringComparison.Ordinal) - 1, text.IndexOf("HKD", StringComparison.Ordinal) + 3);
                Assert.False(before >= 0 && char.IsDigit(text[before]), text);
                Assert.False(after < text.Length && char.IsDigit(text[after]), text);
            }
        }
    }

    [Fact]
    public void Other_formats_are_refused() =>
        Assert.Contains("'X'", Assert.Throws<FormatException>(() => new Money(1, "HKD").ToString("X", null)).Message, StringComparison.Ordinal);
}
