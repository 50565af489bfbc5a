namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>A method may narrow what its API, or the method that it extends, says of a field, never widen it. What widens is reported and dropped.</summary>
/// <param name="ground">What is narrowed; null of an API's own types.</param>
/// <param name="gatewayId">What <c>$apm</c> stands for; null of an API.</param>
internal sealed class Narrowing(DiagnosticBag report, BaseSpec? ground = null, string? gatewayId = null)
{
    public DiagnosticBag Report => report;

    public string? GatewayId => gatewayId;

    public string BaseName { get; } = ground?.Name ?? "the API";

    /// <summary>What the API leaves to its methods was decided by the method that is extended.</summary>
    public bool MayRelax { get; } = ground?.Method is null;

    /// <summary>The way out for a field that cannot be made optional.</summary>
    public string Relax => "leave 'required' out" + (MayRelax ? "; only what an API file marks by-default can be made optional" : "");

    public FieldDeclaration Check(FieldDeclaration own, FieldDeclaration from)
    {
        own = TypeNarrowing.Check(own, from, this);
        var narrowing = new FieldNarrowing(own, from, this);
        var narrowed = own.Entries.Items.Aggregate(own, (field, item) => item.Facet.Narrow(field, narrowing));
        return own.Find(Facets.Const) is not null && narrowed.Find(Facets.Const) is null ? narrowed with { Type = null } : narrowed;
    }

    /// <summary>The same, which reports elsewhere.</summary>
    public Narrowing To(DiagnosticBag other) => new(other, ground, gatewayId);

    /// <summary>An object is required because of its members, so it can be made optional where all of those can.</summary>
    /// <param name="own">An object of the method.</param>
    /// <param name="api">The API's object; null where it has none.</param>
    /// <param name="fields">All fields of the API.</param>
    public FieldDeclaration Check(FieldDeclaration own, FieldModel? api, IReadOnlyList<ResolvedField> fields)
    {
        if (api is not { Type: FieldType.Object, Required: true })
        {
            return own;
        }

        // What a type says of its members says nothing of the places where it stands.
        var required = own.Value(Facets.Required);
        if (required is null)
        {
            return own.SharedType is null ? own : own.With(Facets.Required, new Requirement(true));
        }

        if (required.IsRequired || Fixed(api) is not { } member)
        {
            return own;
        }

        Widens(own, fields.First(field => field.Path == member).Facts, Facets.Required, $"{BaseName} requires {MessageText.Of(member)}", Relax);
        return own.Without(Facets.Required);
    }

    public void Widens(FieldDeclaration own, FieldDeclaration from, Facet facet, string what, string way)
    {
        var place = from.Location(facet);
        report.Add(SpecDescriptors.Widens, own.Place(facet), $"{what} in {LocationText.Of(place)}: {way}", place);
    }

    // The first member that every request has to have.
    private string? Fixed(FieldModel field) =>
        !field.Required || (field.RequiredByDefault && MayRelax) || field.Type == FieldType.Const ? null
        : field.Type is not (FieldType.Object or FieldType.List) ? field.Path
        : field.Members.Select(Fixed).FirstOrDefault(path => path is not null);
}
