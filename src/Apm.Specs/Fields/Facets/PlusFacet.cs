namespace Apm.Specs;

/// <summary><c>plus</c>: whether a telephone number begins with a plus sign.</summary>
internal sealed class PlusFacet() : Facet<Plus?>("plus", "required, optional or forbidden", FieldType.Phone)
{
    public override string Schema => """
        {
          "description": "Whether the number begins with a plus sign, which counts in 'length'. Without this key, it must not.",
          "enum": ["required", "optional", "forbidden"],
          "examples": ["required"]
        }
        """;

    protected override Plus? Read(SpecValue value, FieldSource source) => value.Choice<Plus>();

    protected override Plus? Narrow(Plus? own, FieldNarrowing narrowing)
    {
        var inherited = narrowing.Base.Value(this) ?? Plus.Forbidden;
        if (own == inherited || inherited == Plus.Optional)
        {
            return own;
        }

        narrowing.ReportWider(this, $"the plus sign is {KebabCase.Of(inherited.ToString())}", $"leave '{Name}' out");
        return null;
    }

    protected override FieldModel Project(Plus? value, FieldModel model, FieldDeclaration field, string ownId) => model with
    {
        Plus = value ?? Plus.Forbidden,
        Pattern = PatternFacet.Model(KnownPatterns.Of(FieldType.Phone, value), field),
    };
}

/// <summary>Whether a telephone number begins with a plus sign. The names are the ids in specs, in kebab case.</summary>
public enum Plus
{
    Forbidden,
    Optional,
    Required,
}

public sealed partial record FieldModel
{
    /// <summary>Whether a <see cref="FieldType.Phone"/> begins with a plus sign.</summary>
    public Plus Plus { get; init; }
}
