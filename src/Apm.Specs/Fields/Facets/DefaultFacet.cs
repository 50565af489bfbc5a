namespace Apm.Specs;

/// <summary><c>default</c>: what the gateway assumes.</summary>
internal sealed class DefaultFacet() : FieldValueFacet("default", "what the gateway assumes where nothing is sent")
{
    public override string Schema => """
        { "$ref": "#/definitions/text", "description": "What the gateway assumes where nothing is sent. It is never sent.", "examples": ["WEB"] }
        """;

    protected override FieldModel Project(ScalarSyntax value, FieldModel model, FieldDeclaration field, string ownId) => model with { Default = value.Value };
}

public sealed partial record FieldModel
{
    /// <summary>What the gateway assumes where nothing is sent. Never sent.</summary>
    public string? Default { get; init; }
}
