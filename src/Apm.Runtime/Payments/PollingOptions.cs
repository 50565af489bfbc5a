namespace Apm;

/// <summary>How often to ask what became of a payment.</summary>
public sealed class PollingOptions
{
    private const double LargestGrowth = 10;

    // No timer waits longer than 49 days, and nobody waits longer than a day for the next question.
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(1);

    /// <summary>The wait before the first question. 1 second; a day at most.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between questions. 15 seconds; a day at most.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>By how much each wait is longer than the one before it: 1 to 10. 1.5.</summary>
    public double Growth { get; set; } = 1.5;

    /// <summary>When to give up, whatever the state is then. 30 minutes; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
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
