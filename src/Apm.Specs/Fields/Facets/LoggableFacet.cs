namespace Apm.Specs;

/// <summary><c>loggable</c>: whether logs and messages may print the value. Objects and lists have no value of their own.</summary>
internal sealed class LoggableFacet() : Facet<bool?>("loggable", "true or false")
{
    public override string Schema => """
        { "description": "true: the value may be printed in logs and messages.", "type": "boolean" }
        """;

    protected override bool? Read(SpecValue value, FieldSource source) => value.Boolean();

    protected override FieldModel Project(bool? value, FieldModel model, FieldDeclaration field, string ownId) =>
        model.Type is FieldType.Object or FieldType.List ? model : model with { Loggable = value == true };
}

public sealed partial record FieldModel
{
    /// <summary>The value may be printed in logs and messages.</summary>
    public bool Loggable { get; init; }
}
