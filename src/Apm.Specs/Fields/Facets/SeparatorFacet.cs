namespace Apm.Specs;

/// <summary><c>separator</c>: the character between the language and the country of a locale.</summary>
internal sealed class SeparatorFacet() : Facet<string>("separator", "_ or '-'", FieldType.Locale)
{
    public override string Schema => """
        {
          "description": "The character between the language and the country. Without this key, it is a hyphen.",
          "enum": ["_", "-"],
          "examples": ["_"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source)
    {
        if (value.Scalar() is not { } scalar || scalar.Value is "_" or "-")
        {
            return (value.Value as ScalarSyntax)?.Value;
        }

        value.Diagnostics.Add(SpecDescriptors.WrongKind, scalar.Span, $"{MessageText.Of(scalar.Value)} does not fit here: '{Name}' must be {value.Hint}");
        return null;
    }

    protected override string? Narrow(string own, FieldNarrowing narrowing)
    {
        if (own == (narrowing.Base.Value(this) ?? "-") || narrowing.Base.Type != FieldType.Locale)
        {
            return own;
        }

        narrowing.ReportWider(this, $"the separator {own} is different from that", $"leave '{Name}' out");
        return null;
    }

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) => model with { Separator = value[0] };
}

public sealed partial record FieldModel
{
    /// <summary>The character between the language and the country of a <see cref="FieldType.Locale"/>.</summary>
    public char Separator { get; init; } = '-';
}
