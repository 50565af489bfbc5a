namespace Apm.Specs;

/// <summary><c>property-name</c>: the name of the field in C#.</summary>
internal sealed class PropertyNameFacet() : Facet<string>("property-name", "a C# name, such as PhoneNumber")
{
    public override string Schema => """
        {
          "description": "The name of the field in C#, if the name that is made from the path is not suitable.",
          "type": "string",
          "pattern": "^[A-Z][A-Za-z0-9]{0,99}$",
          "patternErrorMessage": "A capital letter, then letters and digits.",
          "examples": ["PhoneNumber"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source) => CSharpIdentifier.Check(value);

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) => model with { PropertyName = value };
}

public sealed partial record FieldModel
{
    /// <summary>The name in C#, if the spec declares one.</summary>
    public string? PropertyName { get; init; }
}
