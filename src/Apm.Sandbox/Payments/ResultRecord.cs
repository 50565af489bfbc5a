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

    /// <summary>The status of the payment before a refund that returned all.</summary>
    public string? StatusBefore { get; set; }

    public ResultState State => Model.StateOf(Status);
}
