namespace Apm;

/// <summary>What went wrong between a shop and its gateway.</summary>
public abstract class ApmException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened and what to do. No secret and no customer data.</param>
    /// <param name="innerException">The cause; null where there is none.</param>
    protected ApmException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether money may move, or have moved, although the call failed. Where it is false, the call changed nothing at
    /// the gateway.
    /// </summary>
    public abstract bool MoneyMayHaveMoved { get; }
}
