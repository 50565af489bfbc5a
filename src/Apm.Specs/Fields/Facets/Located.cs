namespace Apm.Specs;

/// <summary>A key of a field at its place.</summary>
/// <param name="Key">The key; null if the file does not write it, and the value is that of the base.</param>
/// <param name="Place">The value; of a value of the base, the field in this file.</param>
internal record Located(SpecSpan? Key, SpecSpan Place)
{
    public virtual Located WithoutValue() => this;
}

/// <summary>A key with a value that fits.</summary>
internal sealed record Located<T>(T Value, SpecSpan? Key, SpecSpan Place) : Located(Key, Place)
{
    public override Located WithoutValue() => new(Key, Place);
}
