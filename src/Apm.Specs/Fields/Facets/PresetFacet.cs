namespace Apm.Specs;

/// <summary><c>preset</c>: what is sent if the merchant sets nothing else.</summary>
internal sealed class PresetFacet() : FieldValueFacet("preset", "what is sent unless the merchant sets another value")
{
    public override string Schema => """
        { "$ref": "#/definitions/text", "description": "What is sent unless the merchant sets another value.", "examples": [false] }
        """;

    protected override FieldModel Project(ScalarSyntax value, FieldModel model, FieldDeclaration field, string ownId) => model with { Preset = value.Value };
}

public sealed partial record FieldModel
{
    /// <summary>What is sent unless the merchant sets another value.</summary>
    public string? Preset { get; init; }
}
