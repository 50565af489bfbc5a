namespace Apm;

/// <summary>The limits of an amount in one currency. A currency without such an attribute has no limit.</summary>
/// <param name="currency">The alphabetic code of the currency.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApmLimitAttribute(string currency) : Attribute
{
    /// <summary>The alphabetic code of the currency.</summary>
    public string Currency { get; } = currency;

    /// <summary>The smallest amount in minor units of ISO 4217; <see cref="long.MinValue"/> if there is no minimum.</summary>
    public long Min { get; set; } = long.MinValue;

    /// <summary>The largest amount in minor units of ISO 4217; <see cref="long.MaxValue"/> if there is no maximum.</summary>
    public long Max { get; set; } = long.MaxValue;
}
