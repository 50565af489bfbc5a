namespace Apm.Specs;

/// <summary>Limits in words.</summary>
public static class LimitText
{
    /// <summary>Such as <c>at least 1.00 HKD</c>.</summary>
    public static string Min(long minorUnits, string currency) => Min(CurrencyText.Format(minorUnits, currency));

    /// <summary>Such as <c>at most 12.50 EUR</c>.</summary>
    public static string Max(long minorUnits, string currency) => Max(CurrencyText.Format(minorUnits, currency));

    /// <param name="amount">An amount as text.</param>
    public static string Min(string amount) => "at least " + amount;

    /// <param name="amount">An amount as text.</param>
    public static string Max(string amount) => "at most " + amount;

    /// <summary>Both bounds, what they depend on, and whether they are checked.</summary>
    public static string Of(LimitModel limit)
    {
        string?[] bounds = [limit.Min is { } min ? Min(min, limit.Currency) : null, limit.Max is { } max ? Max(max, limit.Currency) : null];
        return string.Join(" and ", bounds.OfType<string>())
            + (limit.Channel is { } channel ? " through " + channel : "")
            + (limit.Per is { } per ? " per " + per : "")
            + Check(limit);
    }

    private static string Check(LimitModel limit) =>
        limit.IsAdvisory ? " (a guideline, not checked)"
        : !limit.IsEnforced ? " (not checked)"
        : limit.HasEquivalents ? " or the equivalent in another currency (which is not checked)"
        : "";
}
