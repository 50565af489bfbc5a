namespace Apm;

/// <summary>What a gateway's many statuses come down to for a shop.</summary>
public enum PaymentState
{
    /// <summary>The gateway gave a status that the spec does not know, or none.</summary>
    Unknown,

    /// <summary>The customer, or somebody behind the gateway, has not decided yet.</summary>
    Pending,

    /// <summary>The money is reserved; the shop has to settle it.</summary>
    Authorized,

    /// <summary>The money is on its way to the shop or has arrived: deliver.</summary>
    Paid,

    /// <summary>The payment was refused or went wrong. No money moves.</summary>
    Failed,

    /// <summary>The payment was called off. No money moves.</summary>
    Cancelled,

    /// <summary>The customer did not pay in time. No money moves.</summary>
    Expired,

    /// <summary>A refund is on its way to the customer.</summary>
    RefundPending,

    /// <summary>The customer has the money back.</summary>
    Refunded,

    /// <summary>The customer disputes the payment.</summary>
    Disputed,
}

/// <summary>What a <see cref="PaymentState"/> means for somebody who waits.</summary>
public static class PaymentStates
{
    /// <summary>
    /// Whether waiting is over: true of every state but <see cref="PaymentState.Unknown"/>,
    /// <see cref="PaymentState.Pending"/> and <see cref="PaymentState.RefundPending"/>.
    /// </summary>
    /// <remarks>
    /// A final state may still change when somebody acts: an authorised payment is settled or cancelled, a paid one is
    /// refunded or disputed. It does not change because time passes.
    /// </remarks>
    public static bool IsFinal(this PaymentState state) =>
        state is not (PaymentState.Unknown or PaymentState.Pending or PaymentState.RefundPending);
}
