namespace Apm.Specs;

/// <summary><c>length</c>: how many Unicode code points a text has. The lower bound is 0 if none is written.</summary>
internal sealed class LengthFacet()
    : BoundsFacet(
        "length",
        "a number or a range of code points, such as 1..64",
        0,
        MaxLength,
        FieldType.String,
        FieldType.Url,
        FieldType.Email,
        FieldType.Phone,
        FieldType.Iban,
        FieldType.Json)
{
    private const int MaxLength = 1_000_000;

    public override string Schema => $$"""
        {
          "description": "Unicode code points: a range, or one number for exactly that.",
          "type": ["integer", "string"],
          "minimum": 1,
          "maximum": {{MaxLength}},
          "pattern": "^\\s*(\\+?[0-9]+\\s*(\\.\\.\\s*(\\+?[0-9]+\\s*)?)?|\\.\\.\\s*\\+?[0-9]+\\s*)$",
          "patternErrorMessage": "A whole number, or a range such as 1..64, 1.. or ..64.",
          "examples": ["1..64", "..24", 11]
        }
        """;

    protected override RangeModel? Read(SpecValue value, FieldSource source) =>
        base.Read(value, source) is { } range ? range with { Min = range.Min ?? 0 } : null;

    protected override string? Problem(RangeModel constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        type == FieldType.String && CodePoints.Count(value.Value) is var count && (count < constraint.Min || count > constraint.Max)
            ? "its length is " + RangeText.Of(constraint)
            : null;

    protected override FieldModel Project(RangeModel value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Length = new LengthModel((int)(value.Min ?? 0), (int?)value.Max) };
}

/// <param name="Min">At least 0.</param>
/// <param name="Max">Null if there is no upper bound.</param>
public sealed record LengthModel(int Min, int? Max);

public sealed partial record FieldModel
{
    /// <summary>The length of a text, in Unicode code points.</summary>
    public LengthModel? Length { get; init; }
}
