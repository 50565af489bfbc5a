namespace Apm.Specs;

/// <summary><c>count</c>: how many items a list has, or how many entries a map has.</summary>
internal sealed class CountFacet() : BoundsFacet("count", "a number of items or a range, such as 1..20", 0, MaxCount, FieldType.List, FieldType.Map)
{
    private const int MaxCount = 10_000;

    public override string Schema => $$"""
        {
          "description": "How many items a list has, or how many entries a map has.",
          "type": ["integer", "string"],
          "minimum": 1,
          "maximum": {{MaxCount}},
          "pattern": "^\\s*(\\+?[0-9]+\\s*(\\.\\.\\s*(\\+?[0-9]+\\s*)?)?|\\.\\.\\s*\\+?[0-9]+\\s*)$",
          "patternErrorMessage": "A whole number, or a range such as 1..64, 1.. or ..64.",
          "examples": ["1..20"]
        }
        """;

    protected override FieldModel Project(RangeModel value, FieldModel model, FieldDeclaration field, string ownId) => model with { Count = value };
}

public sealed partial record FieldModel
{
    /// <summary>How many items a list has, or how many entries a map has.</summary>
    public RangeModel? Count { get; init; }
}
