namespace Apm;

/// <summary>A refund of a payment, as of the last response.</summary>
public abstract class Refund : OperationResult
{
    /// <summary>Initializes the refund. Generated types call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    protected Refund(ResultResponse response)
        : base(response)
    {
    }

    /// <summary>The state that the gateway's status stands for.</summary>
    public abstract RefundState State { get; }
}

/// <summary>The state of a refund. It is not the state of the payment, which stays paid while a refund is pending or fails.</summary>
public enum RefundState
{
    /// <summary>The response has no status, or one that the spec does not know.</summary>
    Unknown,

    /// <summary>The gateway accepted the refund, and its outcome is not known yet.</summary>
    Pending,

    /// <summary>The customer has received or will receive the money.</summary>
    Succeeded,

    /// <summary>The refund failed. The customer does not receive the money.</summary>
    Failed,

    /// <summary>The refund was cancelled. The customer does not receive the money.</summary>
    Cancelled,
}
