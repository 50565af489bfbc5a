namespace Apm.Tests;

public class IdentifierTests
{
    [Theory]
    [InlineData("11144477735", true)]
    [InlineData("111.444.777-35", true)]
    [InlineData("11144477753", false)]
    [InlineData("111444777355", false)]
    [InlineData("", false)]
    public void Cpf(string text, bool isRight) => Assert.Equal(isRight, ApmChecks.HasCpfCheckDigits(text));

    [Theory]
    [InlineData("11222333000181", true)]
    [InlineData("12.ABC.345/01DE-35", true)]
    [InlineData("12.abc.345/01de-35", false)]
    [InlineData("11222333000118", false)]
    public void Cnpj(string text, bool isRight) => Assert.Equal(isRight, ApmChecks.HasCnpjCheckDigits(text));

    [Theory]
    [InlineData("011000015", true)]
    [InlineData("011000016", false)]
    [InlineData("01100001A", false)]
    public void Aba(string text, bool isRight) => Assert.Equal(isRight, ApmChecks.HasAbaCheckDigits(text));

    [Theory]
    [InlineData("de_DE", '_', true)]
    [InlineData("de-DE", '_', false)]
    [InlineData("xx_DE", '_', false)]
    [InlineData("de_XX", '_', false)]
    [InlineData("de_DEU", '_', false)]
    public void A_locale(string text, char separator, bool isRight) => Assert.Equal(isRight, ApmChecks.IsLocale(text, separator));

    [Theory]
    [InlineData("1.50", 2, true)]
    [InlineData("1.500", 2, true)]
    [InlineData("1.505", 2, false)]
    public void Decimals(string text, int decimals, bool isRight) =>
        Assert.Equal(isRight, ApmChecks.HasDecimals(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), decimals));
}
