namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>Checks that a method narrows the fields of its base and never widens them. Wider values are reported and ignored.</summary>
/// <param name="baseSpec">The API, or the method that is extended; null while an API reads its own types.</param>
/// <param name="gatewayId">The id of the method at the gateway, for <c>$apm</c>; null for an API.</param>
internal sealed class Narrowing(DiagnosticBag report, BaseSpec? baseSpec = null, string? gatewayId = null)
{
    public DiagnosticBag Report => report;

    public string? GatewayId => gatewayId;

    public string BaseName { get; } = baseSpec?.Name ?? "the API";

    /// <summary>Whether fields that are required by default can be made optional. A method that is extended has already decided this.</summary>
    public bool MayRelax { get; } = baseSpec?.Method is null;

    /// <summary>The end of the message about a field that cannot be made optional: what to change.</summary>
    public string KeepRequired => "leave 'required' out" + (MayRelax ? "; only fields that an API file marks by-default can be made optional" : "");

    public FieldDeclaration Check(FieldDeclaration own, FieldDeclaration inherited)
    {
        own = TypeNarrowing.Check(own, inherited, this);
        var narrowing = new FieldNarrowing(own, inherited, this);
        var narrowed = own.Entries.Items.Aggregate(own, (field, item) => item.Facet.Narrow(field, narrowing));
        return own.Find(Facets.Const) is not null && narrowed.Find(Facets.Const) is null ? narrowed with { Type = null } : narrowed;
    }

    /// <summary>A copy that reports to another bag.</summary>
    public Narrowing ReportingTo(DiagnosticBag other) => new(other, baseSpec, gatewayId);

    /// <summary>An object with required members is required. It can become optional only if all of these members can.</summary>
    /// <param name="own">An object of the method.</param>
    /// <param name="api">The API's object; null if it has none.</param>
    /// <param name="fields">All fields of the API.</param>
    public FieldDeclaration CheckObject(FieldDeclaration own, FieldModel? api, IReadOnlyList<ResolvedField> fields)
    {
        if (api is not { Type: FieldType.Object, Required: true })
        {
            return own;
        }

        // Members of a type do not make the field required, but the members that the API declares here do.
        var required = own.Value(Facets.Required);
        if (required is null)
        {
            return own.SharedType is null ? own : own.With(Facets.Required, new Requirement(true));
        }

        if (required.IsRequired || AlwaysRequired(api) is not { } member)
        {
            return own;
        }

        var declared = fields.First(field => field.Path == member).Facts;
        ReportWider(own, declared, Facets.Required, $"{BaseName} requires {MessageText.Of(member)}", KeepRequired);
        return own.Without(Facets.Required);
    }

    /// <param name="problem">What is wider, to be followed by "in" and the place in the base.</param>
    /// <param name="advice">What to change.</param>
    public void ReportWider(FieldDeclaration own, FieldDeclaration inherited, Facet facet, string problem, string advice)
    {
        var place = inherited.Location(facet);
        report.Add(SpecDescriptors.Widens, own.Place(facet), $"{problem} in {LocationText.Of(place)}: {advice}", place);
    }

    // The first value that every request must have.
    private string? AlwaysRequired(FieldModel field) =>
        !field.Required || (field.RequiredByDefault && MayRelax) || field.Type == FieldType.Const ? null
        : field.Type is not (FieldType.Object or FieldType.List) ? field.Path
        : field.Members.Select(AlwaysRequired).FirstOrDefault(path => path is not null);
}
