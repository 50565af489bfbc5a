namespace Apm.Specs;

/// <summary>A key whose value is a range, which a method may only make smaller.</summary>
internal abstract class BoundsFacet(string name, string hint, long lowest, long highest, params FieldType[] types) : Facet<RangeModel>(name, hint, types)
{
    protected override RangeModel? Read(SpecValue value, FieldSource source) => RangeText.Read(value, lowest, highest);

    protected override RangeModel? Narrow(RangeModel own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) is not { } inherited
            || ((own.Min ?? long.MinValue) >= (inherited.Min ?? long.MinValue) && (own.Max ?? long.MaxValue) <= (inherited.Max ?? long.MaxValue)))
        {
            return own;
        }

        narrowing.ReportWider(
            this,
            $"{Name} {RangeText.Of(own)} is wider than {RangeText.Of(inherited)}",
            $"write a range within {RangeText.Of(inherited)}, or leave '{Name}' out");
        return null;
    }
}
