namespace Apm.Specs;

/// <summary><c>summary</c>: one sentence for the documentation.</summary>
internal sealed class SummaryFacet() : Facet<string>("summary", "one sentence about the field")
{
    public override string Schema => """
        {
          "$ref": "#/definitions/text",
          "description": "One sentence for the documentation. Quote it if it has a comma, a colon or a bracket.",
          "examples": ["Where the customer lands after paying."]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source) => value.Text();

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) => model with { Summary = value };
}

public sealed partial record FieldModel
{
    public string? Summary { get; init; }
}
