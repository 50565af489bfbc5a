namespace Apm;

/// <summary>The answer of a store's server to a claim.</summary>
public enum ProcessedEventClaim
{
    /// <summary>The caller holds the lease now.</summary>
    Claimed,

    /// <summary>The event is handled.</summary>
    AlreadyHandled,

    /// <summary>Another owner holds the lease.</summary>
    InProgress,
}
