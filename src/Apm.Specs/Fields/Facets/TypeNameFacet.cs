namespace Apm.Specs;

/// <summary><c>type-name</c>: the C# name of the type of an object or enum.</summary>
internal sealed class TypeNameFacet() : Facet<string>("type-name", "a C# name, such as BillingAddress", FieldType.Object, FieldType.Enum)
{
    public override string Schema => """
        {
          "description": "The C# name of an object's or enum's type, where the one made from the path is not good.",
          "type": "string",
          "pattern": "^[A-Z][A-Za-z0-9]{0,99}$",
          "patternErrorMessage": "A capital letter, then letters and digits.",
          "examples": ["BillingAddress"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source) => CSharpIdentifier.Check(value);

    // A field that becomes one of a shared type takes over no name of a type of its own.
    protected override string? Combine(FieldDeclaration own, FieldDeclaration inherited) =>
        own.Value(this) ?? (own.SharedType is null || own.SharedType == inherited.SharedType ? inherited.Value(this) : null);

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) => model with { TypeName = value };
}

public sealed partial record FieldModel
{
    /// <summary>The C# name that an author pinned for an object's type.</summary>
    public string? TypeName { get; init; }
}
