namespace Apm.Specs;

/// <summary><c>in</c>: the part of the request in which a field is sent.</summary>
internal sealed class InFacet()
    : Facet<string>(
        "in",
        "body, query or header",
        FieldType.String,
        FieldType.Const,
        FieldType.Enum,
        FieldType.Url,
        FieldType.Email,
        FieldType.Phone,
        FieldType.Date,
        FieldType.Currency,
        FieldType.Country,
        FieldType.Language,
        FieldType.Integer,
        FieldType.Boolean)
{
    public override string Schema => """
        {
          "description": "Where the field is sent. The name of the field is that of the parameter or of the header.",
          "enum": ["body", "query", "header"],
          "examples": ["query"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source) =>
        value.Choice<FieldPlace>() is { } place ? KebabCase.Of(place.ToString()) : null;

    protected override string? Narrow(string own, FieldNarrowing narrowing)
    {
        var inherited = narrowing.Base.Value(this) ?? "body";
        if (inherited == own)
        {
            return own;
        }

        narrowing.ReportWider(this, $"the place {own} is different from {inherited}", $"leave '{Name}' out");
        return null;
    }

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Place = KebabCase.TryParse<FieldPlace>(value, out var place) ? place : FieldPlace.Body };
}

/// <summary>Where a field is sent. The names are the words in specs, in kebab case.</summary>
public enum FieldPlace
{
    Body,

    /// <summary>In the query string of the address.</summary>
    Query,

    Header,
}

public sealed partial record FieldModel
{
    /// <summary>The part of the request in which the field is sent.</summary>
    public FieldPlace Place { get; init; }
}
