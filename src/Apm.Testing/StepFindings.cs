namespace Apm.Testing;

/// <summary>Collects what a run of one step finds.</summary>
internal sealed class StepFindings
{
    public List<string> Differences { get; } = [];

    public List<string> Unchecked { get; } = [];
}
