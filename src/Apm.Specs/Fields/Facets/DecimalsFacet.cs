namespace Apm.Specs;

/// <summary><c>decimals</c>: how many digits a decimal number has after the point.</summary>
internal sealed class DecimalsFacet() : BoundsFacet("decimals", "a number of digits, such as 2", 0, MaxDecimals, FieldType.Decimal)
{
    private const int MaxDecimals = 15;

    public override string Schema => $$"""
        {
          "description": "The most digits after the point. With 'form: text', the text has exactly this number of digits.",
          "type": ["integer", "string"],
          "minimum": 1,
          "maximum": {{MaxDecimals}},
          "pattern": "^\\s*\\+?[0-9]+\\s*$",
          "patternErrorMessage": "A whole number, such as 2.",
          "examples": [2]
        }
        """;

    protected override RangeModel? Read(SpecValue value, FieldSource source) =>
        value.Integer(1, MaxDecimals) is { } decimals ? new RangeModel(0, decimals) : null;

    protected override RangeModel? Narrow(RangeModel own, FieldNarrowing narrowing)
    {
        // A text has exactly these digits, so fewer are other texts.
        if (narrowing.Base.Value(this) is { } inherited && narrowing.Base.Find(Facets.Form) is not null && own != inherited)
        {
            narrowing.ReportWider(this, $"the number of decimals is {SpecValue.Invariant(inherited.Max ?? 0)}", $"leave '{Name}' out");
            return null;
        }

        return base.Narrow(own, narrowing);
    }

    protected override string? Problem(RangeModel constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        value.Value.IndexOf('.') is >= 0 and var point && value.Value.Length - point - 1 > constraint.Max
            ? $"write at most {SpecValue.Invariant(constraint.Max.Value)} digits after the point"
            : null;

    protected override FieldModel Project(RangeModel value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Decimals = (int?)value.Max };
}

public sealed partial record FieldModel
{
    /// <summary>The most digits after the point of a <see cref="FieldType.Decimal"/>; null if there is no such limit.</summary>
    public int? Decimals { get; init; }
}
