namespace Apm.Specs;

/// <summary><c>const</c>: the only value of a field. It replaces the type.</summary>
internal sealed class ConstFacet() : Facet<ScalarSyntax>("const", "the only value, such as card, or the name of a value, such as $payment.id")
{
    public override string Schema => """
        {
          "type": ["string", "boolean", "integer"],
          "pattern": "\\S",
          "patternErrorMessage": "A text, in quotes if it is a number, or true for a consent.",
          "description": "The only value. $apm is the method's id; $payment.id and others are values of the call. true without a type is a consent.",
          "examples": ["$apm", "$payment.id", true]
        }
        """;

    protected override ScalarSyntax? Read(SpecValue value, FieldSource source)
    {
        if (value.Scalar() is not { } constant)
        {
            return null;
        }

        ConstChecker.Check(constant, source.IsTyped, value.Diagnostics);
        return YamlBoolean.Normalize(constant);
    }

    protected override ScalarSyntax? Narrow(ScalarSyntax own, FieldNarrowing narrowing)
    {
        if (ProblemWithBase(own, narrowing) is not { } problem)
        {
            return own;
        }

        narrowing.ReportWider(this, problem, narrowing.Base.Find(this) is null ? "write a value that the base allows" : "leave the field out");
        return null;
    }

    protected override FieldModel Project(ScalarSyntax value, FieldModel model, FieldDeclaration field, string ownId) =>
        model.Type is FieldType.Const or FieldType.Boolean or FieldType.Money
            ? model with
            {
                Const = value.Value == ConstChecker.OwnId ? ownId : value.Value,
                ConstName = ValueName.OfConstant(value),
                ConstType = field.ConstType,
            }
            : model;

    private string? ProblemWithBase(ScalarSyntax own, FieldNarrowing narrowing)
    {
        var (field, name) = (narrowing.Base, narrowing.Rules.BaseName);
        if (field.Value(this) is { } inherited)
        {
            return inherited.Value == own.Value || (inherited.Value == ConstChecker.OwnId && own.Value == narrowing.Rules.GatewayId)
                ? null
                : $"{MessageText.Of(own.Value)} is different from {MessageText.Of(inherited.Value)}"
                    + (inherited.Value == ConstChecker.OwnId ? ", the id of the method at the gateway," : "");
        }

        return field.Value(Facets.Values) is { } values && values.All(value => value.Value != own.Value)
                ? $"{MessageText.Of(own.Value)} is not one of the values of {name}"
            : field.Value(Facets.Pattern) is { } pattern && !pattern.IsMatch(own.Value)
                ? $"{MessageText.Of(own.Value)} does not match the pattern of {name}"
            : null;
    }
}

public sealed partial record FieldModel
{
    /// <summary>The only value of a <see cref="FieldType.Const"/>, or of a boolean that the merchant must set.</summary>
    public string? Const { get; init; }

    /// <summary>The name of the value of the call that is sent, such as <c>payment.id</c>; null for another field.</summary>
    public string? ConstName { get; init; }

    /// <summary>The type of a <see cref="FieldType.Const"/> that is no text: integer or boolean.</summary>
    public FieldType? ConstType { get; init; }

    /// <summary>Whether the client sends the value by itself. A consent is not fixed: only the merchant gives it.</summary>
    public bool IsFixed => Type == FieldType.Const || ConstName is not null || (Type == FieldType.List && Item.IsFixed);

    /// <summary>
    /// Whether the value has no property in C#: a value of the call, a list with one constant, or an object with nothing else. A constant that
    /// is in the spec has a property.
    /// </summary>
    public bool IsHidden => ConstName is not null
        || (Type == FieldType.List && Item.IsFixed)
        || (Type == FieldType.Object && SharedType is null && !Members.IsEmpty && Members.All(member => member.IsFixed || member.IsHidden)
            && Members.Any(member => member.IsHidden));
}
