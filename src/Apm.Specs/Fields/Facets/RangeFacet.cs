using System.Globalization;

namespace Apm.Specs;

/// <summary><c>range</c>: the whole numbers that are allowed.</summary>
internal sealed class RangeFacet()
    : BoundsFacet("range", "a number or a range, such as 1..120", long.MinValue, long.MaxValue, FieldType.Integer, FieldType.MinorUnits)
{
    public override string Schema => """
        { "$ref": "#/definitions/range", "description": "The whole numbers that are allowed.", "examples": ["1..120"] }
        """;

    protected override string? Problem(RangeModel constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && (number < constraint.Min || number > constraint.Max)
            ? "its range is " + RangeText.Of(constraint)
            : null;

    protected override FieldModel Project(RangeModel value, FieldModel model, FieldDeclaration field, string ownId) => model with { Range = value };
}

public sealed partial record FieldModel
{
    /// <summary>The allowed whole numbers.</summary>
    public RangeModel? Range { get; init; }
}
