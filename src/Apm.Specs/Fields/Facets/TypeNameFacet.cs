namespace Apm.Specs;

/// <summary><c>type-name</c>: the C# name of the type of an object or enum.</summary>
internal sealed class TypeNameFacet() : Facet<string>("type-name", "a C# name, such as BillingAddress", FieldType.Object, FieldType.Enum)
{
    public override string Schema => """
        {
          "description": "The C# name of the type of an object or enum, if the name that is made from the path is not suitable.",
          "type": "string",
          "pattern": "^[A-Z][A-Za-z0-9]{0,99}$",
          "patternErrorMessage": "A capital letter, then letters and digits.",
          "examples": ["BillingAddress"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source) => CSharpIdentifier.Check(value);

    // A field that gets a shared type does not inherit the name of the type that it had before.
    protected override string? Combine(FieldDeclaration own, FieldDeclaration inherited) =>
        own.Value(this) ?? (own.SharedType is null || own.SharedType == inherited.SharedType ? inherited.Value(this) : null);

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) => model with { TypeName = value };
}

public sealed partial record FieldModel
{
    /// <summary>The C# name of the type, if the spec declares one.</summary>
    public string? TypeName { get; init; }
}
