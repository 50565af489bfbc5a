namespace Apm.Tests;

public class ApmAmountTests
{
    [Fact]
    public void An_absent_field_counts_as_zero()
    {
        Assert.True(ApmAmount.Of(null).Is(0));
        Assert.True(ApmAmount.Of(7).Is(7));
        Assert.False(ApmAmount.Of(7).Is(8));
        Assert.False(ApmAmount.Of(0).Is(null));
    }

    [Fact]
    public void Sums_differences_and_products_are_those_of_whole_numbers()
    {
        var (six, two) = (ApmAmount.Of(6), ApmAmount.Of(2));

        Assert.True(six.Plus(two).Is(8));
        Assert.True(six.Minus(two).Is(4));
        Assert.True(six.Times(two).Is(12));
    }

    [Fact]
    public void The_largest_and_the_smallest_number_fit()
    {
        Assert.True(ApmAmount.Of(long.MaxValue - 1).Plus(ApmAmount.Of(1)).Is(long.MaxValue));
        Assert.True(ApmAmount.Of(long.MinValue + 1).Minus(ApmAmount.Of(1)).Is(long.MinValue));
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MinValue, -1)]
    public void A_sum_that_does_not_fit_equals_nothing(long value, long more)
    {
        var tooLarge = ApmAmount.Of(value).Plus(ApmAmount.Of(more));

        Assert.False(tooLarge.Is(unchecked(value + more)));
        Assert.False(tooLarge.Is(0));
    }

    [Fact]
    public void Nothing_that_is_computed_from_a_number_that_does_not_fit_fits()
    {
        var (tooLarge, zero) = (ApmAmount.Of(long.MaxValue).Times(ApmAmount.Of(2)), ApmAmount.Of(0));

        Assert.False(tooLarge.Plus(zero).Is(0));
        Assert.False(zero.Plus(tooLarge).Is(0));
        Assert.False(tooLarge.Minus(zero).Is(0));
        Assert.False(zero.Minus(tooLarge).Is(0));
        Assert.False(tooLarge.Times(zero).Is(0));
        Assert.False(zero.Times(tooLarge).Is(0));
    }
}
