namespace Apm;

/// <summary>What an integer may be; on money, what its minor units may be in any currency.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmRangeAttribute : Attribute
{
    /// <summary>The smallest value; <see cref="long.MinValue"/> where there is none.</summary>
    public long Min { get; set; } = long.MinValue;

    /// <summary>The largest value; <see cref="long.MaxValue"/> where there is none.</summary>
    public long Max { get; set; } = long.MaxValue;
}
