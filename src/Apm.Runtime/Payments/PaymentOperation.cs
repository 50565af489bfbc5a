namespace Apm;

/// <summary>
/// The ids of the operations that clients send, as in exceptions, telemetry and <see cref="IOperationRequest{TPayment}"/>.
/// They are strings because a gateway may have operations that are not listed here.
/// </summary>
public static class PaymentOperation
{
    /// <summary>Makes a payment.</summary>
    public const string Pay = "pay";

    /// <summary>Reads the current state of a payment. Only queries change nothing at the gateway.</summary>
    public const string Query = "query";

    /// <summary>Finds a payment by the shop's reference.</summary>
    public const string Find = "find";

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

    /// <summary>Continues a payment after the customer's return.</summary>
    public const string Complete = "complete";

    /// <summary>Reads the current state of a refund.</summary>
    public const string QueryRefund = "query-refund";

    /// <summary>Cancels a refund.</summary>
    public const string CancelRefund = "cancel-refund";

    /// <summary>Reads the current state of a capture.</summary>
    public const string QueryCapture = "query-capture";

    /// <summary>Cancels a capture.</summary>
    public const string CancelCapture = "cancel-capture";
}
