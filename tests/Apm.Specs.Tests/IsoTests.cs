using System.Globalization;
using Apm.Iso;

namespace Apm.Specs.Tests;

public class IsoTests
{
    [Fact]
    public void There_are_249_countries()
    {
        var codes = Iso3166.Codes();

        Assert.Equal(249, codes.Length);
        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
        Assert.All(codes, code => Assert.True(Iso3166.IsKnown(code)));
        Assert.False(Iso3166.IsKnown("UK"));
        Assert.False(Iso3166.IsKnown("no"));
        Assert.False(Iso3166.IsKnown(""));
        Assert.False(Iso3166.IsKnown(null));
    }

    [Fact]
    public void There_are_183_languages()
    {
        var codes = Iso639.Codes();

        Assert.Equal(183, codes.Length);
        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
        Assert.All(codes, code => Assert.True(Iso639.IsKnown(code)));
        Assert.False(Iso639.IsKnown("NO"));
        Assert.False(Iso639.IsKnown("jp"));
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
        Assert.All(Iso4217.ActiveCodes(), code => Assert.Equal(code.ToUpper(CultureInfo.InvariantCulture), code));
    }
}
