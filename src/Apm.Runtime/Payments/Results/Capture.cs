namespace Apm;

/// <summary>A capture of an authorized payment, as of the last response.</summary>
public abstract class Capture : OperationResult
{
    /// <summary>Initializes the capture. Generated types call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    protected Capture(ResultResponse response)
        : base(response)
    {
    }

    /// <summary>The state that the gateway's status stands for.</summary>
    public abstract CaptureState State { get; }
}

/// <summary>The state of a capture. It is not the state of the payment.</summary>
public enum CaptureState
{
    /// <summary>The response has no status, or one that the spec does not know.</summary>
    Unknown,

    /// <summary>The gateway accepted the capture, and its outcome is not known yet.</summary>
    Pending,

    /// <summary>The shop has received or will receive the money.</summary>
    Succeeded,

    /// <summary>The capture failed. The shop does not receive the money.</summary>
    Failed,

    /// <summary>The capture was cancelled. The shop does not receive the money.</summary>
    Cancelled,
}
