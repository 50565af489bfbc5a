namespace Apm.Specs;

/// <summary><c>const</c>: the only value of a field. It stands in place of the type.</summary>
internal sealed class ConstFacet() : Facet<ScalarSyntax>("const", "the only value, such as card")
{
    public override string Schema => """
        {
          "type": ["string", "boolean"],
          "pattern": "\\S",
          "patternErrorMessage": "A text, in quotes if it is a number, or true for a consent.",
          "description": "In place of 'type': the only value. $apm is the method's id; true without quotes is a consent, which the merchant has to set.",
          "examples": ["$apm", true]
        }
        """;

    protected override ScalarSyntax? Read(SpecValue value, FieldSource source)
    {
        var only = value.Scalar();
        if (only is not null)
        {
            ConstChecker.Check(only, value.Diagnostics);
        }

        return only;
    }

    protected override ScalarSyntax? Narrow(ScalarSyntax own, FieldNarrowing narrowing)
    {
        if (Widening(own, narrowing) is not { } problem)
        {
            return own;
        }

        narrowing.Widens(this, problem, narrowing.Base.Find(this) is null ? "write a value that is allowed there" : "leave the field out");
        return null;
    }

    protected override FieldModel Project(ScalarSyntax value, FieldModel model, FieldDeclaration field, string ownId) =>
        model.Type is FieldType.Const or FieldType.Boolean ? model with { Const = value.Value == ConstChecker.OwnId ? ownId : value.Value } : model;

    private string? Widening(ScalarSyntax own, FieldNarrowing narrowing)
    {
        var (field, name) = (narrowing.Base, narrowing.Rules.BaseName);
        if (field.Value(this) is { } only)
        {
            return only.Value == own.Value || (only.Value == ConstChecker.OwnId && own.Value == narrowing.Rules.GatewayId)
                ? null
                : $"{MessageText.Of(own.Value)} is another value than {MessageText.Of(only.Value)}"
                    + (only.Value == ConstChecker.OwnId ? ", by which the gateway knows the method," : "");
        }

        return field.Value(Facets.Values) is { } values && values.All(value => value.Value != own.Value)
                ? $"{MessageText.Of(own.Value)} is none of the values of {name}"
            : field.Value(Facets.Pattern) is { } pattern && !pattern.IsMatch(own.Value)
                ? $"{MessageText.Of(own.Value)} does not match the pattern of {name}"
            : null;
    }
}

public sealed partial record FieldModel
{
    /// <summary>The only value: of a <see cref="FieldType.Const"/>, or of a boolean that the merchant has to set to it.</summary>
    public string? Const { get; init; }
}
