namespace Apm.Specs.Tests;

/// <summary>A made-up key: <c>example-of: DE</c> is for texts that begin with DE. It shows what a key of the language needs.</summary>
/// <remarks>A key of the language has a property in <see cref="FieldModel"/>. This one, outside of the assembly, is projected into the summary.</remarks>
internal sealed class ExampleOfFacet() : Facet<string>("example-of", "how the text begins, such as DE", FieldType.String)
{
    public override string Schema => """
        { "description": "How the text begins.", "type": "string", "examples": ["DE"] }
        """;

    protected override string? Read(SpecValue value, FieldSource source) => value.Text();

    protected override string? Narrow(string own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) is not { } other || own.StartsWith(other, StringComparison.Ordinal))
        {
            return own;
        }

        narrowing.ReportWider(this, $"{own} is no example of {other}", $"begin with {other}");
        return null;
    }

    protected override string? Problem(string constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        value.Value.StartsWith(constraint, StringComparison.Ordinal) ? null : $"begin with {constraint}";

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Summary = $"An example of {value}." };
}
