namespace Apm;

/// <summary>The times between queries of a payment.</summary>
public sealed class PollingOptions
{
    private const double LargestGrowth = 10;

    // Timers cannot wait longer than 49 days, and a wait of more than a day is not useful.
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(1);

    /// <summary>The wait before the first query. The default is 1 second, the maximum a day.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between queries. The default is 15 seconds, the maximum a day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The factor by which each wait is longer than the previous one, from 1 to 10. The default is 1.5.</summary>
    public double Growth { get; set; } = 1.5;

    /// <summary>The time after which polling stops in any state. The default is 30 minutes; <see cref="Timeout.InfiniteTimeSpan"/> for no end.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(30);

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstDelay, TimeSpan.Zero, nameof(FirstDelay));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FirstDelay, s_longestDelay, nameof(FirstDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDelay, FirstDelay, nameof(MaxDelay));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDelay, s_longestDelay, nameof(MaxDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(Growth, 1, nameof(Growth));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Growth, LargestGrowth, nameof(Growth));
        if (GiveUpAfter <= TimeSpan.Zero && GiveUpAfter != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(GiveUpAfter), GiveUpAfter, "Must be positive or infinite.");
        }
    }
}
