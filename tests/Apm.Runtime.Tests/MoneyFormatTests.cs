using System.Text;
using System.Text.Json;

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
    [InlineData(MoneyNotation.MinorUnits, false, """{"amount":1230,"currency":"EUR"}""")]
    [InlineData(MoneyNotation.MinorUnits, true, """{"amount":1230,"currency":"eur"}""")]
    [InlineData(MoneyNotation.DecimalString, true, """{"amount":"12.30","currency":"eur"}""")]
    [InlineData(MoneyNotation.DecimalNumber, false, """{"amount":12.30,"currency":"EUR"}""")]
    [InlineData(MoneyNotation.MinorUnitsString, false, """{"amount":"1230","currency":"EUR"}""")]
    public void Money_is_written_and_read_in_the_notation_of_the_gateway(MoneyNotation notation, bool isLower, string json)
    {
        var format = new MoneyFormat(notation, "amount", "currency") { IsLowerCase = isLower };
        var output = JsonOutput.Rent();
        output.Money(new Money(1230, "EUR"), format);
        var written = Encoding.UTF8.GetString(output.WrittenSpan);
        output.Dispose();

        Assert.Equal(json, written);
        Assert.Equal(new Money(1230, "EUR"), Read(json, format));
    }

    [Theory]
    [InlineData(MoneyNotation.DecimalNumber, """{"amount":"12.30","currency":"EUR"}""", "$.m.amount")]
    [InlineData(MoneyNotation.DecimalNumber, """{"amount":12.301,"currency":"EUR"}""", "$.m.amount")]
    [InlineData(MoneyNotation.DecimalNumber, """{"amount":1e400,"currency":"EUR"}""", "$.m.amount")]
    [InlineData(MoneyNotation.DecimalNumber, """{"amount":1,"currency":"QQQ"}""", "$.m.amount")]
    [InlineData(MoneyNotation.MinorUnitsString, """{"amount":1230,"currency":"EUR"}""", "$.m.amount")]
    [InlineData(MoneyNotation.MinorUnitsString, """{"amount":"12.3","currency":"EUR"}""", "$.m.amount")]
    [InlineData(MoneyNotation.MinorUnitsString, """{"amount":"+12","currency":"EUR"}""", "$.m.amount")]
    [InlineData(MoneyNotation.MinorUnitsString, """{"amount":"","currency":"EUR"}""", "$.m.amount")]
    public void Money_in_another_notation_is_not_read(MoneyNotation notation, string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => Read(json, new MoneyFormat(notation, "amount", "currency"))).Path);

    [Theory]
    [InlineData("EUR")]
    [InlineData("Eur")]
    public void A_code_in_upper_case_is_not_read_where_the_gateway_writes_lower_case(string code)
    {
        var format = new MoneyFormat(MoneyNotation.MinorUnits, "amount", "currency") { IsLowerCase = true };

        Assert.Equal("$.m.currency", Assert.Throws<JsonException>(() => Read($$"""{"amount":1,"currency":"{{code}}"}""", format)).Path);
    }

    [Fact]
    public void A_number_in_major_units_may_have_fewer_or_more_digits() => Assert.All(
        new[] { "12.3", "12.300", "1.23e1" },
        number => Assert.Equal(
            new Money(1230, "EUR"),
            Read($$"""{"amount":{{number}},"currency":"EUR"}""", new MoneyFormat(MoneyNotation.DecimalNumber, "amount", "currency"))));

    private static Money Read(string json, MoneyFormat format)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonInput.ReadMoney(ref reader, "$", "m", format);
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
