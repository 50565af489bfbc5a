namespace Apm.Specs;

/// <param name="IsByDefault">The API requires the field of a method that declares nothing else.</param>
internal sealed record Requirement(bool IsRequired, bool IsByDefault = false);

/// <summary><c>required</c>: whether a field must be there, within its parent.</summary>
internal sealed class RequiredFacet() : Facet<Requirement>("required", "true or false")
{
    public override string Schema => """
        {
          "description": "Whether the field must be there, within its parent. In API files also by-default: required unless a method says false.",
          "enum": [true, false, "by-default"]
        }
        """;

    /// <summary>A field that methods can no longer make optional.</summary>
    public static FieldDeclaration Settle(FieldDeclaration field) =>
        field.Value(Facets.Required) is { } value ? field.With(Facets.Required, value with { IsByDefault = false }) : field;

    protected override Requirement? Read(SpecValue value, FieldSource source)
    {
        if (value.Value is ScalarSyntax { Value: "by-default" } byDefault)
        {
            if (source.IsApi)
            {
                return new Requirement(true, IsByDefault: true);
            }

            value.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                byDefault.Span,
                "'by-default' is for API files: in a method write required: true or required: false");
            return null;
        }

        if (value.Value is ScalarSyntax { Style: ScalarStyle.Plain, Value: "true" or "false" } plain)
        {
            return new Requirement(plain.Value == "true");
        }

        if (value.Scalar() is { } scalar)
        {
            value.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} does not fit here: write true or false"
                    + (source.IsApi ? ", or by-default where a method may make the field optional" : ""));
        }

        return null;
    }

    protected override Requirement? Narrow(Requirement own, FieldNarrowing narrowing)
    {
        var (field, rules) = (narrowing.Base, narrowing.Rules);
        var inherited = field.Value(this);
        if (own.IsRequired || !(inherited?.IsRequired ?? field.Find(Facets.Const) is not null) || (inherited is { IsByDefault: true } && rules.MayRelax))
        {
            return own;
        }

        narrowing.Widens(this, $"{rules.BaseName} requires this field", rules.Relax);
        return null;
    }

    // What is optional in one method may be required in another.
    protected override Requirement? Combine(FieldDeclaration own, FieldDeclaration inherited) =>
        own.Value(this) is { } value ? value with { IsByDefault = inherited.Value(this)?.IsByDefault ?? false } : inherited.Value(this);

    protected override FieldModel Project(Requirement value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Required = value.IsRequired, RequiredByDefault = value.IsByDefault };
}

public sealed partial record FieldModel
{
    /// <summary>Required within the parent object, whenever that is there.</summary>
    public required bool Required { get; init; }

    /// <summary>The API requires the field of a method that says nothing else; a method may make it optional.</summary>
    public bool RequiredByDefault { get; init; }
}
