namespace Apm;

/// <summary>
/// The gateway was not reached, or it did not respond to a query, or there were no credentials to send. The
/// call can be made again.
/// </summary>
public sealed class ApmUnreachableException : ApmException
{
    internal ApmUnreachableException(string api, string operation, bool safe, Exception? innerException)
        : base(
            safe
                ? $"{api} did not respond to '{operation}'. The operation changes nothing at the gateway, so you can send it again."
                : $"{api} could not be reached, so '{operation}' was not sent. You can send it again.",
            innerException) => Operation = operation;

    private ApmUnreachableException(string operation, string message, Exception? innerException)
        : base(message, innerException) => Operation = operation;

    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Query"/>.</summary>
    public string Operation { get; }

    /// <summary>Always false: nothing was sent, or what was sent changes nothing.</summary>
    public override bool MoneyMayHaveMoved => false;

    internal static ApmUnreachableException WithoutCredentials(string api, string operation, string why, Exception? innerException) =>
        new(operation, $"There were no credentials for {api}, so '{operation}' was not sent. {why} You can send it again.", innerException);
}
