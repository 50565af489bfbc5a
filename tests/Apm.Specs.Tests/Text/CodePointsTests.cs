namespace Apm.Specs.Tests;

public class CodePointsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("a😀b", 3)]
    [InlineData("😀😀", 2)]
    public void A_pair_of_surrogates_counts_once(string text, int count) => Assert.Equal(count, CodePoints.Count(text));

    // Not in attributes, which are UTF-8.
    [Fact]
    public void Half_a_pair_is_found_wherever_it_stands()
    {
        Assert.True(CodePoints.HasLoneSurrogate("\uD83Da"));
        Assert.True(CodePoints.HasLoneSurrogate("a\uDE00"));
        Assert.True(CodePoints.HasLoneSurrogate("😀\uD83D"));
        Assert.False(CodePoints.HasLoneSurrogate("a😀b😀"));
        Assert.False(CodePoints.HasLoneSurrogate(""));
    }
}
