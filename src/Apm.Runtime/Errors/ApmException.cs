namespace Apm;

/// <summary>A call to a gateway failed.</summary>
public abstract class ApmException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do. It must not contain secrets or customer data.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    protected ApmException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether money may move, or may have moved, although the call failed. If it is false, the call changed nothing at
    /// the gateway.
    /// </summary>
    public abstract bool MoneyMayHaveMoved { get; }
}
