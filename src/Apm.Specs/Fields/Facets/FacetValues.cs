namespace Apm.Specs;

/// <summary>The keys of one field with their values. A field has few keys, so a list finds them as fast as a dictionary.</summary>
/// <param name="items">In the order of the table of facets.</param>
internal sealed class FacetValues(IReadOnlyList<(Facet Facet, Located Entry)> items)
{
    public static readonly FacetValues Empty = new([]);

    public IReadOnlyList<(Facet Facet, Located Entry)> Items { get; } = items;

    /// <param name="entry">Returns the value of a key; null if the field does not have the key.</param>
    public static FacetValues Of(FacetTable facets, Func<Facet, Located?> entry)
    {
        var items = new List<(Facet, Located)>();
        foreach (var facet in facets.All)
        {
            if (entry(facet) is { } found)
            {
                items.Add((facet, found));
            }
        }

        return new FacetValues(items);
    }

    public Located? Find(Facet facet) => IndexOf(facet) is >= 0 and var index ? Items[index].Entry : null;

    public FacetValues With(Facet facet, Located entry)
    {
        var changed = Items.ToList();
        if (IndexOf(facet) is >= 0 and var index)
        {
            changed[index] = (facet, entry);
        }
        else
        {
            changed.Add((facet, entry));
        }

        return new FacetValues(changed);
    }

    private int IndexOf(Facet facet)
    {
        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i].Facet == facet)
            {
                return i;
            }
        }

        return -1;
    }
}
