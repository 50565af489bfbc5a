namespace Apm.Specs;

/// <summary>The ids of the operations on refunds and captures. <c>Apm.PaymentOperation</c> of the runtime has the same ids.</summary>
public static class ResultOperationId
{
    public const string QueryRefund = "query-refund";

    public const string CancelRefund = "cancel-refund";

    public const string QueryCapture = "query-capture";

    public const string CancelCapture = "cancel-capture";

    public static readonly IReadOnlyList<string> All = [QueryRefund, CancelRefund, QueryCapture, CancelCapture];

    /// <param name="verb"><c>query</c> or <c>cancel</c>.</param>
    internal static string Of(string verb, ResultKind kind) => $"{verb}-{KebabCase.Of(kind.ToString())}";
}
