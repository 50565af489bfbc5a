namespace Apm.Specs;

/// <summary>The ids of the operations that specs can describe. <c>Apm.PaymentOperation</c> of the runtime has the same ids.</summary>
public static class OperationId
{
    public const string Pay = "pay";

    public const string Query = "query";

    /// <summary>Finds a payment by the shop's reference.</summary>
    public const string Find = "find";

    public const string Cancel = "cancel";

    public const string Refund = "refund";

    public const string PartialRefund = "partial-refund";

    public const string Settle = "settle";

    public const string PartialSettle = "partial-settle";

    public const string Confirm = "confirm";

    /// <summary>Continues a payment after the customer's return.</summary>
    public const string Complete = "complete";

    /// <summary>Whether an operation is one of the API, which all methods have. Methods offer the others.</summary>
    public static bool IsOfApi(string id) => id is Pay or Query or Find or Complete;
}
