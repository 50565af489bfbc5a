namespace Apm;

/// <summary>What became of one delivery of a webhook.</summary>
public enum WebhookReceipt
{
    /// <summary>The handler succeeded: acknowledge.</summary>
    Handled,

    /// <summary>The handler succeeded at an earlier delivery and was not called: acknowledge.</summary>
    Repeated,

    /// <summary>A handler is still at it, of this delivery or of another, here or in another instance. Do not acknowledge: the gateway asks again.</summary>
    Unfinished,

    /// <summary>
    /// The handler failed, the lease of the webhook was lost, or the store of processed webhooks was out of reach. Do not acknowledge:
    /// at the next delivery it is handled again.
    /// </summary>
    Failed,

    /// <summary>The signature is missing or wrong: anybody may have sent it. Refuse.</summary>
    WrongSignature,

    /// <summary>
    /// The body is signed, but not a JSON object: no handler was called. Acknowledge: a repeated delivery would have the same
    /// body. It is logged as an error.
    /// </summary>
    Unreadable,

    /// <summary>The body is longer than allowed and was not looked at. Refuse.</summary>
    TooLarge,
}
