namespace Apm;

/// <summary>The only values that a property may have.</summary>
/// <param name="values">As they are written in JSON, in the order of the spec.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmValuesAttribute(params string[] values) : Attribute
{
    /// <summary>As they are written in JSON, in the order of the spec.</summary>
    public string[] Values { get; } = values;
}
