namespace Apm.Specs;

/// <summary><c>unsupported-characters</c>: what the gateway does with a text that the pattern does not allow.</summary>
internal sealed class UnsupportedCharactersFacet()
    : Facet<UnsupportedCharacters?>("unsupported-characters", "refused or replaced", FieldType.String)
{
    public override string Schema => """
        {
          "description": "What the gateway does with characters that the pattern does not allow: refuse the request, or replace each with a space.",
          "enum": ["refused", "replaced"]
        }
        """;

    protected override UnsupportedCharacters? Read(SpecValue value, FieldSource source) => value.Choice<UnsupportedCharacters>();

    protected override UnsupportedCharacters? Narrow(UnsupportedCharacters? own, FieldNarrowing narrowing)
    {
        var inherited = narrowing.Base;
        if (own == UnsupportedCharacters.Refused
            || inherited.Value(this) == UnsupportedCharacters.Replaced
            || (inherited.Value(this) is null && inherited.Value(Facets.Pattern) is null))
        {
            return own;
        }

        narrowing.ReportWider(this, $"{narrowing.Rules.BaseName} refuses other characters", $"leave '{Name}' out");
        return null;
    }

    protected override FieldModel Project(UnsupportedCharacters? value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { UnsupportedCharacters = value };
}

/// <summary>What a gateway does with a text that a pattern does not allow. The names are the ids in specs, in kebab case.</summary>
public enum UnsupportedCharacters
{
    /// <summary>The gateway refuses the request.</summary>
    Refused,

    /// <summary>The gateway replaces each character with a space.</summary>
    Replaced,
}

public sealed partial record FieldModel
{
    /// <summary>What the gateway does with other characters than those of <see cref="Pattern"/>. If the spec does not state it, the
    /// value is null, and they are refused.</summary>
    public UnsupportedCharacters? UnsupportedCharacters { get; init; }

    /// <summary>Whether a text with other characters than those of <see cref="Pattern"/> is accepted.</summary>
    public bool ReplacesCharacters => UnsupportedCharacters == Specs.UnsupportedCharacters.Replaced;
}
