namespace Apm;

/// <summary>The response of a store's server to a claim.</summary>
public enum ProcessedEventClaim
{
    /// <summary>The caller holds the lease now.</summary>
    Claimed,

    /// <summary>The webhook is handled.</summary>
    AlreadyHandled,

    /// <summary>Another owner holds the lease.</summary>
    InProgress,
}
