namespace Apm.Specs;

/// <summary><c>default</c>: the value that the gateway assumes.</summary>
internal sealed class DefaultFacet() : FieldValueFacet("default", "the value that the gateway assumes if nothing is sent")
{
    public override string Schema => """
        { "$ref": "#/definitions/text", "description": "The value that the gateway assumes if nothing is sent. It is never sent.", "examples": ["WEB"] }
        """;

    protected override FieldModel Project(ScalarSyntax value, FieldModel model, FieldDeclaration field, string ownId) => model with { Default = value.Value };
}

public sealed partial record FieldModel
{
    /// <summary>The value that the gateway assumes if nothing is sent. It is never sent.</summary>
    public string? Default { get; init; }
}
