namespace Apm;

/// <summary>How often to ask what became of a payment.</summary>
public sealed class PollingOptions
{
    /// <summary>The wait before the first question. 1 second.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between questions. 15 seconds.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>By how much each wait is longer than the one before it. 1.5.</summary>
    public double Growth { get; set; } = 1.5;

    /// <summary>When to give up, whatever the state is then. 30 minutes; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(30);

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstDelay, TimeSpan.Zero, nameof(FirstDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestDelay, FirstDelay, nameof(LongestDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(Growth, 1, nameof(Growth));
        if (GiveUpAfter <= TimeSpan.Zero && GiveUpAfter != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(GiveUpAfter), GiveUpAfter, "Must be positive or infinite.");
        }
    }
}
