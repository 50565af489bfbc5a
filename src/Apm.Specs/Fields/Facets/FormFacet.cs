namespace Apm.Specs;

/// <summary><c>form</c>: how a number or a boolean is written in JSON.</summary>
internal sealed class FormFacet() : Facet<string>("form", "text", FieldType.Integer, FieldType.MinorUnits, FieldType.Boolean)
{
    public override string Schema => """
        {
          "description": "text: the number or the boolean is a text in JSON, such as \"5\" or \"true\".",
          "enum": ["text"],
          "examples": ["text"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source) => value.Choice<FieldForm>() is { } form ? KebabCase.Of(form.ToString()) : null;

    protected override string? Narrow(string own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) == own)
        {
            return own;
        }

        narrowing.ReportWider(this, $"the form {own} is different from that", $"leave '{Name}' out");
        return null;
    }

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) => model with { IsText = true };
}

/// <summary>The names are the words in specs, in kebab case.</summary>
internal enum FieldForm
{
    Text,
}

public sealed partial record FieldModel
{
    /// <summary>Whether a number or a boolean is a text in JSON.</summary>
    public bool IsText { get; init; }
}
