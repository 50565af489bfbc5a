namespace Apm;

/// <summary>The state of a payment. Several statuses of a gateway can have the same state.</summary>
public enum PaymentState
{
    /// <summary>The response has no status, or one that the spec does not know.</summary>
    Unknown,

    /// <summary>The payment waits for the customer, or for another party of the gateway.</summary>
    Pending,

    /// <summary>The money is reserved. The shop must settle it.</summary>
    Authorized,

    /// <summary>The shop has received or will receive the money: deliver.</summary>
    Paid,

    /// <summary>The payment was refused or failed. No money moves.</summary>
    Failed,

    /// <summary>The payment was cancelled. No money moves.</summary>
    Cancelled,

    /// <summary>The customer did not pay in time. No money moves.</summary>
    Expired,

    /// <summary>The customer will receive a refund.</summary>
    RefundPending,

    /// <summary>The customer has received the refund.</summary>
    Refunded,

    /// <summary>The customer disputes the payment.</summary>
    Disputed,
}

/// <summary>Extension methods of <see cref="PaymentState"/>.</summary>
public static class PaymentStates
{
    /// <summary>
    /// Whether polling can stop: true for every state except <see cref="PaymentState.Unknown"/>,
    /// <see cref="PaymentState.Pending"/> and <see cref="PaymentState.RefundPending"/>.
    /// </summary>
    /// <remarks>
    /// A final state may still change by an action: an authorized payment is settled or cancelled, a paid one is
    /// refunded or disputed. It does not change because time passes.
    /// </remarks>
    public static bool IsFinal(this PaymentState state) =>
        state is not (PaymentState.Unknown or PaymentState.Pending or PaymentState.RefundPending);
}
