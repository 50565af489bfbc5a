namespace Apm;

/// <summary>What an amount may be in one currency. Other currencies have no limit unless another attribute gives one.</summary>
/// <param name="currency">The alphabetic code in which the limit is stated.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApmLimitAttribute(string currency) : Attribute
{
    /// <summary>The alphabetic code in which the limit is stated.</summary>
    public string Currency { get; } = currency;

    /// <summary>The smallest amount in minor units of ISO 4217; <see cref="long.MinValue"/> where there is none.</summary>
    public long Min { get; set; } = long.MinValue;

    /// <summary>The largest amount in minor units of ISO 4217; <see cref="long.MaxValue"/> where there is none.</summary>
    public long Max { get; set; } = long.MaxValue;
}
