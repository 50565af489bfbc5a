namespace Apm.Specs;

/// <summary>What a method file starts from and may not widen: its API, or the method that it extends.</summary>
internal sealed record BaseSpec
{
    /// <summary>To follow “than” or stand before “requires”: the API, or the base.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<ResolvedField> Fields { get; init; }

    /// <summary>The root that the fields make.</summary>
    public required FieldModel Request { get; init; }

    public required IReadOnlyList<RuleSet> Rules { get; init; }

    /// <summary>The bodies of operations, by the operation's id.</summary>
    public required IReadOnlyDictionary<string, BoundBody> Bodies { get; init; }

    public required EquatableArray<string> Currencies { get; init; }

    /// <summary>Where keys stand.</summary>
    public required IReadOnlyDictionary<string, SpecLocation> Places { get; init; }

    /// <summary>The method that is extended; null where this is an API.</summary>
    public MethodModel? Method { get; init; }

    /// <summary>The same for a method beside the one that is extended: names of types that this gives its own are taken.</summary>
    public BaseSpec ForSibling() =>
        Method is not { } method
            ? this
            : this with
            {
                Fields = Renamed(Fields, method.SpecId),
                Bodies = Bodies.ToDictionary(body => body.Key, body => body.Value with { Fields = Renamed(body.Value.Fields, method.SpecId) }),
            };

    private static IReadOnlyList<ResolvedField> Renamed(IReadOnlyList<ResolvedField> fields, string owner) =>
        fields
            .Select(field =>
                field.DeclaredBy == owner && field.Facts.IsWritten(Facets.TypeName) ? field with { Facts = field.Facts.Without(Facets.TypeName) } : field)
            .ToList();
}

/// <param name="Root">The root that the fields make.</param>
/// <param name="IsOwn">A method's, and none that methods share.</param>
internal sealed record BoundBody(IReadOnlyList<ResolvedField> Fields, FieldModel? Root, IReadOnlyList<RuleSet> Rules, bool IsOwn);
