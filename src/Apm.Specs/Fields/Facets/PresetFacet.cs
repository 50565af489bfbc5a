namespace Apm.Specs;

/// <summary><c>preset</c>: the value that is sent unless the merchant sets another.</summary>
internal sealed class PresetFacet() : FieldValueFacet("preset", "the value that is sent unless the merchant sets another")
{
    public override string Schema => """
        { "$ref": "#/definitions/text", "description": "The value that is sent unless the merchant sets another.", "examples": [false] }
        """;

    protected override FieldModel Project(ScalarSyntax value, FieldModel model, FieldDeclaration field, string ownId) => model with { Preset = value.Value };
}

public sealed partial record FieldModel
{
    /// <summary>The value that is sent unless the merchant sets another.</summary>
    public string? Preset { get; init; }
}
