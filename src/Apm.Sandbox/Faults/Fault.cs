namespace Apm.Sandbox;

internal sealed record Fault(FaultMoment Moment, string? Operation)
{
    public bool IsLoss { get; init; }

    public int? Status { get; init; }

    public TimeSpan? Delay { get; init; }
}
