namespace Apm.Specs;

/// <summary>The keys that a field can have, in the order in which messages list them.</summary>
internal sealed class FacetTable(IReadOnlyList<Facet> all)
{
    public IReadOnlyList<Facet> All { get; } = all;

    public SpecKeySet Keys { get; } = new("a field", [.. all.Select(facet => facet.Key)]);
}
