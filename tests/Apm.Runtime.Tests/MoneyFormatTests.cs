namespace Apm.Tests;

public class MoneyFormatTests
{
    [Theory]
    [InlineData("HKD", true)]
    [InlineData("CNH", true)]
    [InlineData("QQQ", false)]
    public void Major_units_need_a_currency_whose_decimals_are_known(string currency, bool canWrite) =>
        Assert.Equal(canWrite, new MoneyFormat(MoneyNotation.DecimalString, "amount", "currency", ("CNH", 2)).CanWrite(new Money(1, currency)));

    [Theory]
    [InlineData("HKD")]
    [InlineData("QQQ")]
    public void Minor_units_are_written_as_they_are_whatever_the_currency(string currency) =>
        Assert.True(new MoneyFormat(MoneyNotation.MinorUnits, "amount", "currency").CanWrite(new Money(1, currency)));

    [Theory]
    [InlineData(MoneyNotation.MinorUnits)]
    [InlineData(MoneyNotation.DecimalString)]
    public void An_amount_that_the_gateway_has_no_unit_for_is_not_written(MoneyNotation notation)
    {
        var format = new MoneyFormat(notation, "amount", "currency", ("KWD", 2));

        Assert.True(format.CanWrite(new Money(1510, "KWD")));
        Assert.False(format.CanWrite(new Money(1511, "KWD")));
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(150, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Both_bounds_belong_to_the_amounts_within_them(long minorUnits, bool isWithin) =>
        Assert.Equal(isWithin, new MoneyFormat(MoneyNotation.MinorUnits, "amount", "currency").IsWithin(new Money(minorUnits, "HKD"), 100, 200));

    [Fact]
    public void Bounds_count_in_units_of_the_gateway_and_leave_out_what_it_cannot_hold()
    {
        var format = new MoneyFormat(MoneyNotation.MinorUnits, "amount", "currency", ("KWD", 2));

        Assert.True(format.IsWithin(new Money(2000, "KWD"), 100, 200));
        Assert.False(format.IsWithin(new Money(2010, "KWD"), 100, 200));
        Assert.True(format.IsWithin(new Money(2011, "KWD"), 100, 200));
    }

    [Fact]
    public void A_format_without_exponents_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => new MoneyFormat(MoneyNotation.MinorUnits, "amount", "currency", null!));
}
