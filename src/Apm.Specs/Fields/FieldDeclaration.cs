namespace Apm.Specs;

/// <summary>What one file declares about one field, with or without what it inherits from its base.</summary>
internal sealed record FieldDeclaration(ScalarSyntax Key, string File)
{
    public string Path { get; init; } = Key.Value;

    /// <summary>Null if no type is declared.</summary>
    public FieldType? Type { get; init; }

    /// <summary>The type beside a constant, if it is integer or boolean.</summary>
    public FieldType? ConstType { get; init; }

    /// <summary>The name of the shared type, if the field is an object with a type of the API.</summary>
    public string? SharedType { get; init; }

    public FacetValues Entries { get; init; } = FacetValues.Empty;

    public Located<T>? Find<T>(Facet<T> facet) => Entries.Find(facet) as Located<T>;

    public T? Value<T>(Facet<T> facet) => Find(facet) is { } entry ? entry.Value : default;

    /// <summary>The span of the key; null if the file itself does not have it.</summary>
    public SpecSpan? KeyOf(Facet facet) => Entries.Find(facet)?.Key;

    public bool IsWritten(Facet facet) => KeyOf(facet) is not null;

    public SpecSpan Place(Facet facet) => Entries.Find(facet)?.Place ?? Key.Span;

    public SpecLocation Location(Facet facet) => new(File, Place(facet));

    /// <summary>A copy with another value. The span of the key does not change.</summary>
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

    /// <summary>A copy that inherits what the base declares. Its own values take precedence.</summary>
    public FieldDeclaration MergedWith(FieldDeclaration inherited, FacetTable facets) => this with
    {
        Type = Type ?? inherited.Type,
        ConstType = Find(Facets.Const) is null ? inherited.ConstType : ConstType,
        SharedType = inherited.SharedType ?? SharedType,
        Entries = FacetValues.Of(facets, facet => facet.Merge(this, inherited)),
    };

    /// <summary>A copy in which only some of the keys count as declared by this file. All values are kept.</summary>
    public FieldDeclaration WithKeys(Func<Facet, bool> isKept) => this with
    {
        Entries = new FacetValues([.. Entries.Items.Select(item => isKept(item.Facet) ? item : (item.Facet, item.Entry with { Key = null }))]),
    };

    public FieldDeclaration Without(IEnumerable<Facet> facets) => facets.Aggregate(this, (field, facet) => field.Without(facet));
}
