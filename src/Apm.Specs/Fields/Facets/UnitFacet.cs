namespace Apm.Specs;

/// <summary><c>unit</c>: what an integer counts.</summary>
internal sealed class UnitFacet() : Facet<string>("unit", "what the number counts, such as seconds", FieldType.Integer)
{
    private const int MaxLength = 30;

    public override string Schema => $$"""
        {
          "description": "What the number counts, in lowercase letters.",
          "type": "string",
          "pattern": "^[a-z -]{1,{{MaxLength}}}$",
          "patternErrorMessage": "A few words in lowercase letters, such as seconds.",
          "examples": ["seconds", "minutes"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source)
    {
        if (value.Scalar() is not { } unit)
        {
            return null;
        }

        if (unit.Value.Length <= MaxLength && unit.Value.All(c => c is (>= 'a' and <= 'z') or '-' or ' '))
        {
            return unit.Value;
        }

        value.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            unit.Span,
            $"{MessageText.Of(unit.Value)} does not fit here: '{Name}' must be {value.Hint}, in lowercase letters");
        return null;
    }

    protected override string? Narrow(string own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) is not { } other || own == other)
        {
            return own;
        }

        narrowing.ReportWider(this, $"the unit {own} is different from {other}", $"leave '{Name}' out");
        return null;
    }

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId) => model with { Unit = value };
}

public sealed partial record FieldModel
{
    /// <summary>What an integer counts, such as <c>minutes</c>.</summary>
    public string? Unit { get; init; }
}
