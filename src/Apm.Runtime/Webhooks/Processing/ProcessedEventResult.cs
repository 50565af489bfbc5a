namespace Apm;

/// <summary>The result of one delivery of a webhook at a store.</summary>
public enum ProcessedEventResult
{
    /// <summary>The handler ran now and succeeded.</summary>
    Handled,

    /// <summary>The handler succeeded at an earlier delivery. It did not run now.</summary>
    AlreadyHandled,

    /// <summary>The handler runs for another delivery, here or in another instance. It did not run now.</summary>
    InProgress,
}
