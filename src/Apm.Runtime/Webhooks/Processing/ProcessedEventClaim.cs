namespace Apm;

/// <summary>The result of a claim at a store's server.</summary>
public enum ProcessedEventClaim
{
    /// <summary>The caller holds the lease now.</summary>
    Claimed,

    /// <summary>The webhook is processed.</summary>
    AlreadyHandled,

    /// <summary>Another owner holds the lease.</summary>
    InProgress,
}
