namespace Apm.Specs;

// docs/decisions/money-and-limits.md
/// <summary>What a payment, or a refund, may be worth in one currency.</summary>
/// <param name="Currency">ISO 4217 alphabetic code.</param>
/// <param name="Min">In minor units of ISO 4217; null where none is known.</param>
/// <param name="Max">In minor units of ISO 4217; null where none is known.</param>
public sealed record LimitModel(string Currency, long? Min, long? Max)
{
    /// <summary>It also applies to equivalent amounts in other currencies, which are not known when a request is built.</summary>
    public bool HasEquivalents { get; init; }

    /// <summary>Advice of the source: the gateway takes amounts beyond it.</summary>
    public bool IsAdvisory { get; init; }

    /// <summary>Holds where the customer pays in this way, which is chosen later; null for every way.</summary>
    public string? Channel { get; init; }

    /// <summary>What amounts are added up over, such as <c>day</c>; null for the payment itself.</summary>
    public string? Per { get; init; }

    /// <summary>Checked when a request is built. All other limits are information.</summary>
    public bool IsEnforced => !IsAdvisory && Channel is null && Per is null;
}
