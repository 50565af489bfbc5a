using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A refund or a capture in the store. The lock of the store must be held for every access.</summary>
internal sealed class ResultRecord
{
    public required string Id { get; init; }

    public required ResultModel Model { get; init; }

    public required PaymentRecord Payment { get; init; }

    public required long Amount { get; init; }

    /// <summary>When the gateway accepted it.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The gateway's status.</summary>
    public required string Status { get; set; }

    public ResultState State => Model.StateOf(Status);

    /// <summary>Whether it failed or was cancelled, so that its amount is not part of the payment's.</summary>
    public bool IsLost => State is ResultState.Failed or ResultState.Cancelled;
}
