namespace Apm.Specs;

/// <param name="IsByDefault">The API requires the field unless a method declares otherwise.</param>
internal sealed record Requirement(bool IsRequired, bool IsByDefault = false);

/// <summary><c>required</c>: whether a field must be present if its parent is.</summary>
internal sealed class RequiredFacet() : Facet<Requirement>("required", "true or false")
{
    public override string Schema => """
        {
          "description": "Whether the field must be present if its parent is. In API files also by-default: required unless a method declares required: false.",
          "enum": [true, false, "by-default"]
        }
        """;

    /// <summary>A copy that methods cannot make optional.</summary>
    public static FieldDeclaration WithoutByDefault(FieldDeclaration field) =>
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
                "'by-default' applies only to API files: write required: true or required: false");
            return null;
        }

        if (value.Value is ScalarSyntax text && YamlBoolean.Of(text) is { } isRequired)
        {
            return new Requirement(isRequired);
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

        narrowing.ReportWider(this, $"{rules.BaseName} requires this field", rules.KeepRequired);
        return null;
    }

    // The model states by-default even if this method decides otherwise, because other methods can decide differently.
    protected override Requirement? Combine(FieldDeclaration own, FieldDeclaration inherited) =>
        own.Value(this) is { } value ? value with { IsByDefault = inherited.Value(this)?.IsByDefault ?? false } : inherited.Value(this);

    protected override FieldModel Project(Requirement value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Required = value.IsRequired, RequiredByDefault = value.IsByDefault };
}

public sealed partial record FieldModel
{
    /// <summary>The field must be present if its parent is.</summary>
    public required bool Required { get; init; }

    /// <summary>The API requires the field unless a method makes it optional.</summary>
    public bool RequiredByDefault { get; init; }
}
