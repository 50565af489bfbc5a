namespace Apm;

/// <summary>
/// The gateway was not reached, or did not answer a question that changes nothing. The call can be made again.
/// </summary>
public sealed class ApmUnreachableException : ApmException
{
    internal ApmUnreachableException(string api, string operation, bool safe, Exception? innerException)
        : base(
            safe
                ? $"{api} did not answer '{operation}'. It changes nothing there, so it can be asked again."
                : $"{api} could not be reached, so '{operation}' was not sent. It can be sent again.",
            innerException) => Operation = operation;

    /// <summary>What the shop wanted, such as <c>query</c>.</summary>
    public string Operation { get; }

    /// <summary>Always false: nothing was sent, or what was sent changes nothing.</summary>
    public override bool MoneyMayHaveMoved => false;
}
