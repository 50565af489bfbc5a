namespace Apm.Specs;

/// <summary><c>days-ahead</c>: how many days after today a date is.</summary>
internal sealed class DaysAheadFacet()
    : BoundsFacet("days-ahead", "a number of days or a range, such as 1..100", -MaxDays, MaxDays, FieldType.Date, FieldType.DateTime)
{
    private const int MaxDays = 36_525;

    public override string Schema => """
        {
          "$ref": "#/definitions/range",
          "description": "How many days after today. Negative numbers are days before today. One day more is allowed at each end, for time zones.",
          "examples": ["1..100", "..0"]
        }
        """;

    protected override FieldModel Project(RangeModel value, FieldModel model, FieldDeclaration field, string ownId) => model with { DaysAhead = value };
}

public sealed partial record FieldModel
{
    /// <summary>How many days after today a date is.</summary>
    public RangeModel? DaysAhead { get; init; }
}
