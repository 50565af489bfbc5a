using System.ComponentModel;

namespace Apm;

/// <summary>One call of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApmCall
{
    /// <summary>Creates a call.</summary>
    /// <param name="operation">The operation.</param>
    public ApmCall(ApmOperation operation) => Operation = operation;

    /// <summary>The operation.</summary>
    public ApmOperation Operation { get; }

    /// <summary>The link to follow, exactly as the gateway gave it; null for an operation that has a path.</summary>
    public string? Link { get; init; }

    /// <summary>The payment's id for a path with <c>{id}</c> in it; null for an operation that follows a link.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The id of a refund or a capture for a path with <c>{refund.id}</c> or <c>{capture.id}</c> in it; null for other operations.</summary>
    public string? ResultId { get; init; }

    /// <summary>The body; <see cref="ApmBody.None"/> if there is none. The transport returns its buffer to the pool.</summary>
    public ApmBody Body { get; init; }

    /// <summary>The shop's reference of a payment request; null for other operations.</summary>
    public string? Reference { get; init; }

    /// <summary>The idempotency key of the request; null for a key that the transport creates, and for operations without a key.</summary>
    public string? IdempotencyKey
    {
        get => Keyed?.Key;
        init => Keyed = value is null ? null : new KeyedSend(value);
    }

    /// <summary>The values that the spec names; null if the body has no names.</summary>
    public CallValues? Values { get; init; }

    internal KeyedSend? Keyed { get; init; }

    /// <summary>The self link of the payment of the operation; null if there is none.</summary>
    public string? Self { get; init; }

    /// <summary>The payment method's id for telemetry, such as <c>wallet</c>; null if it is not known.</summary>
    public string? Method { get; init; }
}
