namespace Apm;

/// <summary>The times that a store keeps for one webhook.</summary>
public sealed record ProcessedEventOptions
{
    /// <summary>The longest time for which a store must be able to remember a webhook.</summary>
    internal static readonly TimeSpan MaxRetention = TimeSpan.FromDays(400);

    private readonly TimeSpan _retention = TimeSpan.FromDays(8);
    private readonly TimeSpan _lease = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _handleWithin = TimeSpan.FromMinutes(5);
    private readonly TimeSpan _storeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long a handled webhook is remembered. It must be longer than the gateway repeats a delivery.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or is longer than 400 days.</exception>
    public TimeSpan Retention { get => _retention; init => _retention = AtMost(Positive(value), MaxRetention); }

    /// <summary>
    /// How long a claim lasts without renewal. The store renews it while the handler runs, so a handler may take longer.
    /// After the death of an instance its webhook is blocked for this long.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan Lease { get => _lease; init => _lease = Positive(value); }

    /// <summary>
    /// How long the handler may take. Then its token is cancelled. Unless it ends within five seconds, the run counts as failed
    /// and the claim is released.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan HandleWithin { get => _handleWithin; init => _handleWithin = Positive(value); }

    /// <summary>How long one call to the store's server may take.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan StoreTimeout { get => _storeTimeout; init => _storeTimeout = Positive(value); }

    /// <summary>How long a store may take for one webhook at all: the calls of its claim and its release, and the handler, and a margin.</summary>
    internal TimeSpan ProcessWithin => HandleWithin + LeasedEventStore.TimeToEnd + (3 * StoreTimeout);

    private static TimeSpan AtMost(TimeSpan value, TimeSpan limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, limit);
        return value;
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
