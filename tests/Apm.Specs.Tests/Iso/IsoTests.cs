using Apm.Iso;

namespace Apm.Specs.Tests;

public class IsoTests
{
    [Fact]
    public void Countries_are_the_249_of_ISO_3166_1_in_order() => AssertCodes(Iso3166.Codes(), 249, Iso3166.IsKnown, char.IsAsciiLetterUpper);

    [Fact]
    public void Languages_are_the_184_that_gateways_name_after_ISO_639_1_in_order() =>
        AssertCodes(Iso639.Codes(), 184, Iso639.IsKnown, char.IsAsciiLetterLower);

    [Theory]
    [InlineData("AN")]
    [InlineData("UK")]
    [InlineData("XK")]
    [InlineData("EU")]
    [InlineData("hk")]
    [InlineData("H")]
    [InlineData("HKG")]
    [InlineData("")]
    [InlineData(null)]
    public void No_country(string? code) => Assert.False(Iso3166.IsKnown(code));

    [Theory]
    [InlineData("NO")]
    [InlineData("jp")]
    [InlineData("n")]
    [InlineData("nor")]
    [InlineData("")]
    [InlineData(null)]
    public void No_language(string? code) => Assert.False(Iso639.IsKnown(code));

    /// <summary>Codes that people write for a country or a language that has another.</summary>
    [Theory]
    [InlineData("country", "UK:GB EN:GB EL:GR JA:JP KO:KR DA:DK CS:CZ SW:SE SP:ES uk:GB")]
    [InlineData("language", "cz:cs jp:ja dk:da gr:el kp:ko cn:zh ua:uk at:de gb:en us:en iw:he in:id JP:ja")]
    public void What_is_meant_by_another_code_is_proposed(string type, string codes) =>
        Assert.All(codes.Split(' ').Select(pair => pair.Split(':')), pair =>
            Gateway.ExpectInMethod(
                SpecDescriptors.UnknownCode,
                Gateway.WithField($"wallet.code: {{ type: {type}, values: [[|{pair[0]}|]] }}"),
                $"did you mean '{pair[1]}'?"));

    [Theory]
    [InlineData("country", "XX", "write an ISO 3166-1 alpha-2 code")]
    [InlineData("language", "xx", "write an ISO 639-1 code")]
    [InlineData("currency", "XXZ", "write an ISO 4217 code")]
    public void A_default_is_a_code_of_its_list(string type, string code, string words) =>
        Gateway.ExpectInMethod(SpecDescriptors.WrongKind, Gateway.WithField($"wallet.code: {{ type: {type}, default: [|{code}|] }}"), words);

    [Theory]
    [InlineData("country", "DE")]
    [InlineData("language", "de")]
    [InlineData("currency", "EUR")]
    public void A_default_may_be_any_code_of_its_list(string type, string code) =>
        Assert.Empty(Gateway.BindMethod(Gateway.WithField($"wallet.code: {{ type: {type}, default: {code} }}")).Diagnostics);

    [Fact]
    public void Nothing_between_two_codes_is_a_code()
    {
        AssertNothingBetween(Iso3166.Codes(), Iso3166.IsKnown);
        AssertNothingBetween(Iso639.Codes(), Iso639.IsKnown);
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("EUR", 2)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    public void Currencies_have_their_decimals(string code, int decimals)
    {
        Assert.True(Iso4217.TryGetExponent(code, out var exponent));
        Assert.Equal(decimals, exponent);
    }

    [Fact]
    public void Tables_of_currencies_are_in_order_and_apart()
    {
        Assert.Equal(Iso4217.ActiveCodes().Order(StringComparer.Ordinal).Distinct(), Iso4217.ActiveCodes());
        Assert.Equal(Iso4217.WithdrawnCodes().Order(StringComparer.Ordinal).Distinct(), Iso4217.WithdrawnCodes());
        Assert.Empty(Iso4217.ActiveCodes().Intersect(Iso4217.WithdrawnCodes()));
        Assert.All(Iso4217.ActiveCodes().Concat(Iso4217.WithdrawnCodes()), code => Assert.True(code.Length == 3 && code.All(char.IsAsciiLetterUpper), code));
    }

    private static void AssertCodes(string[] codes, int count, Func<string?, bool> isKnown, Func<char, bool> isLetter)
    {
        Assert.Equal(count, codes.Length);
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.True(isKnown(code) && code.Length == 2 && code.All(isLetter), code));
    }

    private static void AssertNothingBetween(string[] codes, Func<string?, bool> isKnown)
    {
        var joined = string.Concat(codes);
        for (var at = 1; at < joined.Length - 1; at += 2)
        {
            var straddling = joined.Substring(at, 2);
            Assert.Equal(codes.Contains(straddling), isKnown(straddling));
        }
    }
}
