namespace Apm.Specs.Tests;

/// <summary>Codes that authors write by mistake.</summary>
public class IsoCodeTests
{
    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("EN", "GB")]
    [InlineData("EL", "GR")]
    [InlineData("JA", "JP")]
    [InlineData("KO", "KR")]
    [InlineData("DA", "DK")]
    [InlineData("CS", "CZ")]
    [InlineData("SW", "SE")]
    [InlineData("SP", "ES")]
    public void The_country_that_is_meant_is_named(string code, string meant) =>
        Gateway.ExpectInMethod(
            SpecDescriptors.UnknownCode,
            Gateway.Method.Edited("status: available", $"status: available\ncountries: [[|{code}|]]"),
            $"did you mean '{meant}'?");

    [Theory]
    [InlineData("RMB", "CNY")]
    [InlineData("rmb", "CNY")]
    [InlineData("EURO", "EUR")]
    [InlineData("YEN", "JPY")]
    [InlineData("NTD", "TWD")]
    [InlineData("NIS", "ILS")]
    [InlineData("UKP", "GBP")]
    public void The_currency_that_is_meant_is_named(string code, string meant)
    {
        Gateway.ExpectInMethod(SpecDescriptors.UnknownCode, Gateway.Method.Edited("[EUR]", $"[EUR, [|{code}|]]"), $"did you mean '{meant}'?");
        Gateway.ExpectInMethod(
            SpecDescriptors.UnknownCode,
            Gateway.Method.Edited("EUR: { max: 100 }", $"EUR: {{ max: 100 }}\n  [|{code}|]: {{ max: 1 }}"),
            $"did you mean '{meant}'?");
    }

    [Fact]
    public void A_code_of_the_API_is_right_whatever_it_is_called_elsewhere() => Assert.Empty(
        Gateway.BindMethod(
            Gateway.Method.Edited("[EUR]", "[EUR, RMB]").Edited("EUR: {", "each: {"),
            Gateway.Api.Edited("CNH: 2", "CNH: 2, RMB: 2").Edited("CNH, USD]", "CNH, RMB, USD]")).Diagnostics);

    [Theory]
    [InlineData("cz", "cs")]
    [InlineData("jp", "ja")]
    [InlineData("dk", "da")]
    [InlineData("gr", "el")]
    [InlineData("kp", "ko")]
    [InlineData("cn", "zh")]
    [InlineData("ua", "uk")]
    [InlineData("at", "de")]
    [InlineData("gb", "en")]
    [InlineData("us", "en")]
    [InlineData("iw", "he")]
    [InlineData("in", "id")]
    public void The_language_that_is_meant_is_named(string code, string meant) =>
        Gateway.ExpectInMethod(
            SpecDescriptors.UnknownCode,
            Gateway.WithField($"wallet.language: {{ type: language, values: [fr, [|{code}|]] }}"),
            $"did you mean '{meant}'?");
}
