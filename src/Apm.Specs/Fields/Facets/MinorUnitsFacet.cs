namespace Apm.Specs;

/// <summary><c>minor-units</c>: the gateway's own bounds for the amount of a money. The model has them in <see cref="FieldModel.Money"/>.</summary>
internal sealed class MinorUnitsFacet()
    : BoundsFacet("minor-units", "a range of minor units, such as 1..2147483647", long.MinValue, long.MaxValue, FieldType.Money)
{
    public override string Schema => """
        {
          "$ref": "#/definitions/range",
          "description": "The gateway's bounds for the amount of a money, in its own minor units.",
          "examples": ["1..2147483647"]
        }
        """;

    protected override FieldModel Project(RangeModel value, FieldModel model, FieldDeclaration field, string ownId) =>
        model.Money is { } money ? model with { Money = money with { MinorUnits = value } } : model;
}
