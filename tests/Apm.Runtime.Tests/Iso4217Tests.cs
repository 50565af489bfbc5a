using Apm.Iso;

namespace Apm.Tests;

public class Iso4217Tests
{
    [Theory]
    [InlineData("HKD", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("UYW", 4)]
    [InlineData("ISK", 0)]
    [InlineData("AED", 2)]
    [InlineData("ZWG", 2)]
    [InlineData("XCG", 2)]
    public void Active_codes_have_their_decimals(string code, int decimals)
    {
        Assert.True(Iso4217.IsActive(code));
        Assert.False(Iso4217.IsWithdrawn(code));
        Assert.True(Iso4217.TryGetExponent(code, out var found));
        Assert.Equal(decimals, found);
    }

    [Theory]
    [InlineData("HRK")]
    [InlineData("MRO")]
    [InlineData("ZWL")]
    [InlineData("ANG")]
    [InlineData("SLL")]
    [InlineData("BGN")]
    [InlineData("VEF")]
    [InlineData("CUC")]
    [InlineData("DEM")]
    [InlineData("ADP")]
    [InlineData("ZWR")]
    public void Withdrawn_codes_are_known_and_not_active(string code)
    {
        Assert.False(Iso4217.IsActive(code));
        Assert.True(Iso4217.IsWithdrawn(code));
        Assert.True(Iso4217.IsKnown(code));
        Assert.True(Iso4217.TryGetExponent(code, out _));
    }

    [Theory]
    [InlineData("CNH")]
    [InlineData("hkd")]
    [InlineData("HK")]
    [InlineData("HKD2")]
    [InlineData("D2A")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_texts_are_no_codes(string? code)
    {
        Assert.False(Iso4217.IsKnown(code));
        Assert.False(Iso4217.TryGetExponent(code, out _));
    }

    [Theory]
    [InlineData("XAU")]
    [InlineData("XXX")]
    [InlineData("SUR")]
    public void Some_codes_have_no_minor_unit(string code)
    {
        Assert.True(Iso4217.IsKnown(code));
        Assert.False(Iso4217.TryGetExponent(code, out _));
    }

    [Fact]
    public void Every_code_is_found_and_is_in_one_list_only()
    {
        var (active, withdrawn) = (Iso4217.ActiveCodes(), Iso4217.WithdrawnCodes());
        Assert.Empty(active.Intersect(withdrawn));
        Assert.Equal(active, active.Order(StringComparer.Ordinal).Distinct());
        Assert.Equal(withdrawn, withdrawn.Order(StringComparer.Ordinal).Distinct());
        Assert.All(active, code => Assert.True(Iso4217.IsActive(code)));
        Assert.All(withdrawn, code => Assert.True(Iso4217.IsWithdrawn(code)));
        Assert.All(active.Concat(withdrawn), code => Assert.Matches("^[A-Z]{3}$", code));
    }
}
