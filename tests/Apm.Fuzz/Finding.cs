namespace Apm.Fuzz;

/// <summary>Something that must not be.</summary>
/// <param name="Kind">What it is counted as, such as <c>exception</c>.</param>
/// <param name="Message">What happened.</param>
/// <param name="Input">The smallest input that still does it.</param>
internal sealed record Finding(string Kind, string Message, string Input)
{
    public override string ToString() => $"{Kind}: {Message}\n--- input ---\n{Input}\n-------------";
}
