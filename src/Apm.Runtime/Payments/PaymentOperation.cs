namespace Apm;

/// <summary>
/// The ids of the operations that clients send, as in exceptions, telemetry and <see cref="IOperationRequest{TPayment}"/>.
/// They are strings because a gateway may have operations that are not listed here.
/// </summary>
public static class PaymentOperation
{
    /// <summary>Makes a payment.</summary>
    public const string Pay = "pay";

    /// <summary>Reads the current state of a payment. It is the only operation that changes nothing at the gateway.</summary>
    public const string Query = "query";

    /// <summary>Cancels an authorized payment.</summary>
    public const string Cancel = "cancel";

    /// <summary>Refunds the whole amount.</summary>
    public const string Refund = "refund";

    /// <summary>Refunds a part of the amount.</summary>
    public const string PartialRefund = "partial-refund";

    /// <summary>Settles the whole authorized amount.</summary>
    public const string Settle = "settle";

    /// <summary>Settles a part of the authorized amount.</summary>
    public const string PartialSettle = "partial-settle";

    /// <summary>Confirms a payment.</summary>
    public const string Confirm = "confirm";
}
