namespace Apm;

/// <summary>What a shop does after an operation whose outcome is not known.</summary>
public enum ApmRecovery
{
    /// <summary>Check at the gateway, and do not send the request again before. Nothing that the spec knows makes a repetition safe.</summary>
    CheckAtGateway,

    /// <summary>
    /// Send the payment again with the same reference, never with a new one. The gateway refuses a reference that it knows, or repeats its
    /// first response.
    /// </summary>
    SameReference,

    /// <summary>
    /// Call <c>RepeatAsync</c> of the client with the exception. It sends the same body with the same idempotency key, and the gateway
    /// carries it out once. Never make a payment with a new key for the same order.
    /// </summary>
    RepeatWithKey,

    /// <summary>Query the payment by <see cref="ApmOutcomeUnknownException.Self"/> before you send the request again.</summary>
    QueryPayment,

    /// <summary>Wait for the webhook of the gateway, and do not send the request again.</summary>
    AwaitWebhook,

    /// <summary>
    /// Call <c>FindAsync</c> of the client with the reference. If the gateway has the payment, use it; if not, make the payment again.
    /// </summary>
    FindByReference,
}
