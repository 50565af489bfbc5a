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
