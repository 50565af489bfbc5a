namespace Apm.Tests;

public class DaysAheadTests
{
    private static readonly DateOnly s_today = new(2026, 11, 30);

    // One day more at each end, because the gateway may be in another time zone.
    [Theory]
    [InlineData(-1, 1, 5, false)]
    [InlineData(0, 1, 5, true)]
    [InlineData(1, 1, 5, true)]
    [InlineData(6, 1, 5, true)]
    [InlineData(7, 1, 5, false)]
    [InlineData(-8, -9, -8, true)]
    [InlineData(-6, -9, -8, false)]
    public void Days_are_counted_from_today(int days, int min, int max, bool isWithin) =>
        Assert.Equal(isWithin, ApmChecks.IsDaysAhead(s_today.AddDays(days), s_today, min, max));

    [Fact]
    public void The_first_and_the_last_day_are_compared_without_an_overflow()
    {
        Assert.False(ApmChecks.IsDaysAhead(DateOnly.MaxValue, s_today, 1, 36_525));
        Assert.False(ApmChecks.IsDaysAhead(DateOnly.MinValue, s_today, -36_525, 1));
        Assert.False(ApmChecks.IsDaysAhead(DateTimeOffset.MaxValue, 1, 36_525));
    }
}
