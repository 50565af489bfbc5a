namespace Apm;

/// <summary>Failures of a call that the guard never saw and that say all the same that nothing was sent.</summary>
internal static class UnsentFailure
{
    // By name, because the packages that have them are the shop's choice.
    private static readonly string[] s_refusals =
    [
        "Polly.CircuitBreaker.BrokenCircuitException",
        "Polly.RateLimiting.RateLimiterRejectedException",
        "Polly.RateLimit.RateLimitRejectedException",
        "Polly.Bulkhead.BulkheadRejectedException",
    ];

    /// <summary>An open circuit or a limiter. After another failure it is not known what the handler that failed did before.</summary>
    public static bool IsRefusal(Exception? failure)
    {
        for (var type = failure?.GetType(); type is not null; type = type.BaseType)
        {
            if (Array.IndexOf(s_refusals, type.FullName) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
