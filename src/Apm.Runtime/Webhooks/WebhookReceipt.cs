namespace Apm;

/// <summary>The result of one delivery of a webhook.</summary>
public enum WebhookReceipt
{
    /// <summary>The handler succeeded: acknowledge.</summary>
    Handled,

    /// <summary>The handler succeeded at an earlier delivery and was not called: acknowledge.</summary>
    Repeated,

    /// <summary>A handler still runs for this delivery or another one, here or in another instance. Do not acknowledge: the gateway delivers again.</summary>
    Unfinished,

    /// <summary>
    /// The handler failed, the lease of the webhook was lost, or the store of processed webhooks was not available. Do not acknowledge:
    /// the next delivery is processed again.
    /// </summary>
    Failed,

    /// <summary>The signature is missing or wrong, so the sender is not known. Refuse.</summary>
    WrongSignature,

    /// <summary>
    /// The body is signed, but is not a JSON object. No handler was called. Acknowledge, because a repeated delivery would have the same
    /// body. It is logged as an error.
    /// </summary>
    Unreadable,

    /// <summary>The body is longer than allowed and was not read. Refuse.</summary>
    TooLarge,

    /// <summary>
    /// The delivery is not signed, and the gateway does not know the payment that it names, or it names none. No handler was called.
    /// Acknowledge, because a repeated delivery would name the same payment.
    /// </summary>
    UnknownPayment,
}
