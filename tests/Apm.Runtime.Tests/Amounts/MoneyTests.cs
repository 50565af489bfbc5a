using System.Globalization;
using Apm.Iso;
using CsCheck;

namespace Apm.Tests.Amounts;

public class MoneyTests
{
    private static readonly Gen<string> s_currency = Gen.OneOf([
        .. Iso4217.ActiveCodes().Concat(Iso4217.WithdrawnCodes()).Where(code => Iso4217.TryGetExponent(code, out _)).Select(Gen.Const),
    ]);

    [Fact]
    public void Major_and_minor_units_say_the_same() =>
        Gen.Select(Gen.Long, s_currency).Sample((minorUnits, currency) =>
        {
            var money = new Money(minorUnits, currency);
            Assert.Equal(money, Money.FromMajor(money.ToMajor(), currency));
        });

    [Fact]
    public void Every_decimal_beyond_the_currency_is_refused_and_none_is_rounded() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], s_currency, Gen.Int[1, 9], Gen.Int[1, 4]).Sample((minorUnits, currency, digit, extra) =>
        {
            Iso4217.TryGetExponent(currency, out var decimals);
            var amount = new Money(minorUnits, currency).ToMajor();
            var tail = digit * Power(decimals + extra);
            var error = Assert.Throws<ArgumentException>(() => Money.FromMajor(amount < 0 ? amount - tail : amount + tail, currency));
            Assert.Equal("amount", error.ParamName);
            Assert.Contains($"{currency}, which has {decimals}", error.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void Zero_has_no_sign() => Assert.False(decimal.IsNegative(new Money(0, "HKD").ToMajor()));

    [Fact]
    public void Zeros_behind_the_last_decimal_do_not_count()
    {
        Assert.Equal(new Money(1230, "HKD"), Money.FromMajor(12.3000000m, "HKD"));
        Assert.Equal(new Money(500, "JPY"), Money.FromMajor(500.00m, "JPY"));
    }

    [Fact]
    public void Sums_and_differences_are_those_of_the_minor_units() =>
        Gen.Select(Gen.Int, Gen.Int, s_currency).Sample((left, right, currency) =>
        {
            var (a, b) = (new Money(left, currency), new Money(right, currency));
            Assert.Equal(new Money((long)left + right, currency), a + b);
            Assert.Equal(new Money((long)left - right, currency), a - b);
            Assert.Equal(a, a + b - b);
            Assert.Equal(left < right, a < b);
            Assert.Equal(left > right, a > b);
            Assert.Equal(left <= right, a <= b);
            Assert.Equal(left >= right, a >= b);
            Assert.Equal(left.CompareTo(right), a.CompareTo(b));
        });

    [Theory]
    [InlineData(1, 2, true, false)]
    [InlineData(2, 2, false, false)]
    [InlineData(3, 2, false, true)]
    public void Operators_tell_smaller_equal_and_larger_apart(long left, long right, bool isSmaller, bool isLarger)
    {
        var (a, b) = (new Money(left, "HKD"), new Money(right, "HKD"));
        Assert.Equal(isSmaller, a < b);
        Assert.Equal(isLarger, a > b);
        Assert.Equal(!isLarger, a <= b);
        Assert.Equal(!isSmaller, a >= b);
    }

    [Fact]
    public void Different_currencies_do_not_mix()
    {
        var (hkd, eur) = (new Money(1, "HKD"), new Money(1, "EUR"));
        var error = Assert.Throws<InvalidOperationException>(() => hkd + eur);
        Assert.Contains("'HKD' and 'EUR' are different currencies", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => hkd - eur);
        Assert.Throws<InvalidOperationException>(() => hkd < eur);
        Assert.Throws<InvalidOperationException>(() => hkd.CompareTo(eur));
        Assert.NotEqual(hkd, eur);
    }

    [Fact]
    public void Sums_that_do_not_fit_are_refused()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "HKD") + new Money(1, "HKD"));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue, "HKD") - new Money(1, "HKD"));
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "HKD")]
    [InlineData("-79228162514264337593543950335", "HKD")]
    [InlineData("92233720368547758.08", "HKD")]
    [InlineData("-92233720368547758.09", "HKD")]
    [InlineData("9223372036854775808", "JPY")]
    public void Amounts_that_do_not_fit_are_too_large_rather_than_too_exact(string amount, string currency)
    {
        var error = Assert.Throws<ArgumentException>(() => Money.FromMajor(decimal.Parse(amount, CultureInfo.InvariantCulture), currency));
        Assert.Contains("too large", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("92233720368547758.07", "HKD", long.MaxValue)]
    [InlineData("-92233720368547758.08", "HKD", long.MinValue)]
    [InlineData("1.500", "KWD", 1500)]
    [InlineData("1.0001", "CLF", 10001)]
    [InlineData("12.34", "HRK", 1234)]
    public void Amounts_that_fit_are_taken(string amount, string currency, long minorUnits) =>
        Assert.Equal(minorUnits, Money.FromMajor(decimal.Parse(amount, CultureInfo.InvariantCulture), currency).MinorUnits);

    [Theory]
    [InlineData("CNH")]
    [InlineData("hkd")]
    [InlineData("XAU")]
    [InlineData("")]
    public void Codes_without_minor_units_in_ISO_4217_have_no_major_units(string currency)
    {
        var error = Assert.Throws<ArgumentException>(() => Money.FromMajor(1, currency));
        Assert.Equal("currency", error.ParamName);
        Assert.Contains($"'{currency}' is not a currency of ISO 4217", error.Message, StringComparison.Ordinal);
        var unknown = Assert.Throws<InvalidOperationException>(() => new Money(1, currency).ToMajor());
        Assert.Contains($"'{currency}' is not a currency of ISO 4217", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1234, "HKD", "12.34 HKD")]
    [InlineData(1230, "HKD", "12.30 HKD")]
    [InlineData(-5, "HKD", "-0.05 HKD")]
    [InlineData(0, "HKD", "0.00 HKD")]
    [InlineData(500, "JPY", "500 JPY")]
    [InlineData(1500, "KWD", "1.500 KWD")]
    [InlineData(long.MinValue, "HKD", "-92233720368547758.08 HKD")]
    [InlineData(1234, "CNH", "1234 minor units of CNH")]
    public void It_is_printed_alike_in_every_culture(long minorUnits, string currency, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.Equal(expected, new Money(minorUnits, currency).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void It_is_sorted_where_the_currency_is_one()
    {
        Money[] prices = [new(3, "HKD"), new(1, "HKD"), new(2, "HKD")];
        Assert.Equal([1, 2, 3], prices.Order().Select(price => price.MinorUnits));
        Assert.Equal(3, prices.Max().MinorUnits);

        var boxed = Assert.IsType<IComparable>(prices[0], exactMatch: false);
        Assert.True(boxed.CompareTo(prices[1]) > 0);
        Assert.True(boxed.CompareTo(null) > 0);
        var error = Assert.Throws<ArgumentException>(() => boxed.CompareTo(3L));
        Assert.Contains("not with System.Int64", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => boxed.CompareTo(new Money(3, "JPY")));
    }

    [Fact]
    public void The_default_has_no_currency_and_does_not_throw()
    {
        Money none = default;
        Assert.Equal("", none.Currency);
        Assert.Equal("0 minor units of no currency", none.ToString());
        Assert.Equal(none, new Money(0, ""));
        Assert.Equal(none.GetHashCode(), new Money(0, "").GetHashCode());
        Assert.Throws<ArgumentNullException>(() => new Money(1, null!));
        Assert.Throws<ArgumentNullException>(() => Money.FromMajor(1, null!));
    }

    private static decimal Power(int decimals) => new(1, 0, 0, false, (byte)decimals);
}
