using System.Globalization;
using Apm.Iso;

namespace Apm.Specs.Tests.Acceptance.Language;

public sealed class IsoTests
{
    [Fact]
    public void Countries_are_the_249_of_ISO_3166_1_in_order() => AssertCodes(Iso3166.Codes(), 249, Iso3166.IsKnown, char.IsAsciiLetterUpper);

    [Fact]
    public void Languages_are_the_184_that_gateways_name_after_ISO_639_1_in_order() => AssertCodes(Iso639.Codes(), 184, Iso639.IsKnown, char.IsAsciiLetterLower);

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

    [Fact]
    public void Nothing_between_two_codes_is_a_code()
    {
        var codes = string.Concat(Iso3166.Codes());
        for (var at = 1; at < codes.Length - 1; at += 2)
        {
            var straddling = codes.Substring(at, 2);
            Assert.Equal(Iso3166.Codes().Contains(straddling), Iso3166.IsKnown(straddling));
        }
    }

    private static void AssertCodes(string[] codes, int count, Func<string?, bool> isKnown, Func<char, bool> isLetter)
    {
        Assert.Equal(count, codes.Length);
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.True(isKnown(code) && code.Length == 2 && code.All(isLetter), code.ToString(CultureInfo.InvariantCulture)));
    }
}
