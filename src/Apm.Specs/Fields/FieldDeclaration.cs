namespace Apm.Specs;

/// <summary>What one file declares of one field, alone or with what it takes over from its base.</summary>
internal sealed record FieldDeclaration(ScalarSyntax Key, string File)
{
    public string Path { get; init; } = Key.Value;

    /// <summary>Null if nothing declares it.</summary>
    public FieldType? Type { get; init; }

    /// <summary>The type of the API's own that an object is of.</summary>
    public string? SharedType { get; init; }

    public FacetValues Entries { get; init; } = FacetValues.Empty;

    public Located<T>? Find<T>(Facet<T> facet) => Entries.Find(facet) as Located<T>;

    public T? Value<T>(Facet<T> facet) => Find(facet) is { } entry ? entry.Value : default;

    /// <summary>Where the file writes the key; null if it does not.</summary>
    public SpecSpan? KeyOf(Facet facet) => Entries.Find(facet)?.Key;

    public bool IsWritten(Facet facet) => KeyOf(facet) is not null;

    public SpecSpan Place(Facet facet) => Entries.Find(facet)?.Place ?? Key.Span;

    public SpecLocation Location(Facet facet) => new(File, Place(facet));

    /// <summary>The same with another value. The key stays where it is.</summary>
    public FieldDeclaration With<T>(Facet<T> facet, T? value)
    {
        if (value is null)
        {
            return Without(facet);
        }

        var entry = Entries.Find(facet);
        return entry is Located<T> known && EqualityComparer<T>.Default.Equals(known.Value, value)
            ? this
            : this with { Entries = Entries.With(facet, new Located<T>(value, entry?.Key, entry?.Place ?? Key.Span)) };
    }

    public FieldDeclaration Without(Facet facet) =>
        Entries.Find(facet) is { } entry && entry.WithoutValue() is var empty && empty != entry ? this with { Entries = Entries.With(facet, empty) } : this;

    /// <summary>The same over what a base declares.</summary>
    public FieldDeclaration Over(FieldDeclaration inherited, FacetTable facets) => this with
    {
        Type = Type ?? inherited.Type,
        SharedType = inherited.SharedType ?? SharedType,
        Entries = FacetValues.Of(facets, facet => facet.Merge(this, inherited)),
    };

    /// <summary>The same with only some of the keys. The values stay.</summary>
    public FieldDeclaration WithKeys(Func<Facet, bool> isKept) => this with
    {
        Entries = new FacetValues([.. Entries.Items.Select(item => isKept(item.Facet) ? item : (item.Facet, item.Entry with { Key = null }))]),
    };

    public FieldDeclaration Without(IEnumerable<Facet> facets) => facets.Aggregate(this, (field, facet) => field.Without(facet));
}
