namespace Apm;

/// <summary>The times of a store for one webhook.</summary>
public sealed record ProcessedEventOptions
{
    /// <summary>The longest retention that a store must support.</summary>
    internal static readonly TimeSpan MaxRetention = TimeSpan.FromDays(400);

    private readonly TimeSpan _retention = TimeSpan.FromDays(8);
    private readonly TimeSpan _lease = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _handleWithin = TimeSpan.FromMinutes(5);
    private readonly TimeSpan _storeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long a processed webhook is remembered. It must be longer than the gateway repeats a delivery.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or is longer than 400 days.</exception>
    public TimeSpan Retention { get => _retention; init => _retention = AtMost(Positive(value), MaxRetention); }

    /// <summary>
    /// How long a claim lasts without renewal. The store renews it while the handler runs, so a handler may take longer.
    /// If an instance crashes, its webhook is blocked for this long.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan Lease { get => _lease; init => _lease = Positive(value); }

    /// <summary>
    /// The maximum time of the handler. After it, the handler's token is cancelled. If it does not end within five more seconds, the run
    /// counts as failed and the claim is released.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan HandleWithin { get => _handleWithin; init => _handleWithin = Positive(value); }

    /// <summary>The time limit of one call to the store's server.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan StoreTimeout { get => _storeTimeout; init => _storeTimeout = Positive(value); }

    /// <summary>The time limit of a store for one webhook: the calls of its claim and its release, the handler, and a margin.</summary>
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
