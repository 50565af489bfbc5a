namespace Apm;

/// <summary>The gateway does not offer the operation on this payment now, or its link must not be followed. Nothing was sent.</summary>
public sealed class ApmActionUnavailableException : ApmException
{
    private ApmActionUnavailableException(string operation, string message)
        : base(message) => Operation = operation;

    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Refund"/>.</summary>
    public string Operation { get; }

    /// <summary>Always false: nothing was sent.</summary>
    public override bool MoneyMayHaveMoved => false;

    internal static ApmActionUnavailableException NotOffered(string operation, string action, string status) =>
        new(
            operation,
            $"The gateway does not offer '{action}' on this payment now{(status.Length == 0 ? "" : $" (its status was '{SafeText.Code(status)}')")}, "
            + $"so '{operation}' was not sent. Query the payment to get the available actions."
        );

    internal static ApmActionUnavailableException NotKnown(string operation, string name) =>
        new(
            operation,
            $"'{operation}' needs {name}, which the last response does not have, so nothing was sent. "
            + "If the shop stored it, create the payment with Known."
        );

    internal static ApmActionUnavailableException NotReturned(string operation, string parameter) =>
        new(
            operation,
            $"'{operation}' needs the parameter '{parameter}', which the address at which the customer returned does not have once, so nothing was sent. "
            + "Pass the query string of this address, unchanged."
        );

    internal static ApmActionUnavailableException WithoutSetting(string operation) =>
        new(operation, $"The address of '{operation}' has a setting of the merchant that the options do not have, so nothing was sent.");

    internal static ApmActionUnavailableException OtherOrigin(string operation, string linked, string configured) =>
        new(
            operation,
            $"The link for '{operation}' leads to {SafeText.Code(linked)}, but this client sends requests only to {configured}, so nothing was sent. "
            + "A link of one environment does not work in another environment."
        );

    internal static ApmActionUnavailableException OtherAddress(string operation, string first, string configured) =>
        new(
            operation,
            $"'{operation}' was first sent to {SafeText.Code(first)}, but this client sends requests to {configured}, which does not know the idempotency "
            + "key, so nothing was sent."
        );

    internal static ApmActionUnavailableException OtherAccount(string operation) =>
        new(
            operation,
            $"'{operation}' was first sent by another client with other credentials. Their account may not know the idempotency key, so nothing was sent: "
            + "use the client of the first request."
        );

    internal static ApmActionUnavailableException Malformed(string operation) => new(
        operation,
        $"The link for '{operation}' is not an http or https address that can be used unchanged, so nothing was sent.");
}
