namespace Apm;

/// <summary>The range of an integer. On money, it is the range of the minor units in any currency.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmRangeAttribute : Attribute
{
    /// <summary>The smallest value; <see cref="long.MinValue"/> if there is no minimum.</summary>
    public long Min { get; set; } = long.MinValue;

    /// <summary>The largest value; <see cref="long.MaxValue"/> if there is no maximum.</summary>
    public long Max { get; set; } = long.MaxValue;
}
