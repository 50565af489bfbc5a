namespace Apm.Fuzz.Cost;

/// <summary>A spec of at most 256 KiB that was written to cost its reader much.</summary>
/// <param name="Name">What it has much of.</param>
/// <param name="Api">The API file.</param>
/// <param name="Method">The method file; null where the API is all there is to read.</param>
/// <param name="Overlay">A file that extends the method; null where there is none.</param>
internal sealed record CraftedSpec(string Name, string Api, string? Method = null, string? Overlay = null)
{
    public override string ToString() => Name;
}
