namespace Apm.Specs;

/// <summary>A key whose value is a range, which a method may only make smaller.</summary>
internal abstract class BoundsFacet(string name, string hint, long lowest, long highest, params FieldType[] types) : Facet<RangeModel>(name, hint, types)
{
    protected override RangeModel? Read(SpecValue value, FieldSource source) => RangeText.Read(value, lowest, highest);

    protected override RangeModel? Narrow(RangeModel own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) is not { } most
            || ((own.Min ?? long.MinValue) >= (most.Min ?? long.MinValue) && (own.Max ?? long.MaxValue) <= (most.Max ?? long.MaxValue)))
        {
            return own;
        }

        narrowing.Widens(
            this,
            $"{Name} {RangeText.Of(own)} is wider than {RangeText.Of(most)}",
            $"write a range within {RangeText.Of(most)}, or leave '{Name}' out");
        return null;
    }
}
