namespace Apm;

/// <summary>The gateway accepted a request. Its outcome is known later: by a query of the payment or by a webhook.</summary>
public sealed class Acknowledgement : OperationResult
{
    /// <summary>Creates an acknowledgement from a response of the gateway. Clients call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public Acknowledgement(ResultResponse response)
        : base(response)
    {
    }
}
