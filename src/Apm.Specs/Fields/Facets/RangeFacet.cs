using System.Globalization;

namespace Apm.Specs;

/// <summary><c>range</c>: the numbers that are allowed.</summary>
internal sealed class RangeFacet()
    : BoundsFacet(
        "range",
        "a number or a range, such as 1..120",
        long.MinValue,
        long.MaxValue,
        FieldType.Integer,
        FieldType.MinorUnits,
        FieldType.Decimal)
{
    public override string Schema => """
        { "$ref": "#/definitions/range", "description": "The numbers that are allowed, between whole numbers.", "examples": ["1..120"] }
        """;

    protected override string? Problem(RangeModel constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        decimal.TryParse(value.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && (number < constraint.Min || number > constraint.Max)
            ? "its range is " + RangeText.Of(constraint)
            : null;

    protected override FieldModel Project(RangeModel value, FieldModel model, FieldDeclaration field, string ownId) => model with { Range = value };
}

public sealed partial record FieldModel
{
    /// <summary>The allowed numbers. The bounds are whole numbers.</summary>
    public RangeModel? Range { get; init; }
}
