using System.ComponentModel;

namespace Apm;

/// <summary>One call of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApmCall
{
    /// <summary>Begins a call.</summary>
    /// <param name="operation">What is asked.</param>
    public ApmCall(ApmOperation operation) => Operation = operation;

    /// <summary>What is asked.</summary>
    public ApmOperation Operation { get; }

    /// <summary>The link to follow, exactly as the gateway gave it; null for an operation that has a path.</summary>
    public string? Link { get; init; }

    /// <summary>The payment's id for a path with <c>{id}</c> in it; null for an operation that follows a link.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The body; <see cref="ApmBody.None"/> where nothing but the link is sent. The transport gives its buffer back.</summary>
    public ApmBody Body { get; init; }

    /// <summary>The shop's reference of a payment that is asked for; null for other operations.</summary>
    public string? Reference { get; init; }

    /// <summary>The self link of the payment on which the operation is asked for; null where there is none.</summary>
    public string? Self { get; init; }

    /// <summary>The payment method's id for telemetry, such as <c>wallet</c>; null where it is not known.</summary>
    public string? Method { get; init; }
}
