namespace Apm;

/// <summary>The allowed values of a property.</summary>
/// <param name="values">The values as in JSON, in the order of the spec.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmValuesAttribute(params string[] values) : Attribute
{
    /// <summary>The values as in JSON, in the order of the spec.</summary>
    public string[] Values { get; } = values;
}
