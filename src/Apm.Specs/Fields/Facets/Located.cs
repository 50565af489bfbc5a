namespace Apm.Specs;

/// <summary>A key of a field, with the spans of key and value.</summary>
/// <param name="Key">The span of the key; null if the value is inherited from the base.</param>
/// <param name="Place">The span of the value. For an inherited value, the span of the field in this file.</param>
internal record Located(SpecSpan? Key, SpecSpan Place)
{
    public virtual Located WithoutValue() => this;
}

/// <summary>A key with a valid value.</summary>
internal sealed record Located<T>(T Value, SpecSpan? Key, SpecSpan Place) : Located(Key, Place)
{
    public override Located WithoutValue() => new(Key, Place);
}
