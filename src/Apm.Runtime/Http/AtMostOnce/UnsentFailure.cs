namespace Apm;

/// <summary>Failures that prove that nothing was sent, although the guard never saw the call.</summary>
internal static class UnsentFailure
{
    // By name, because the shop chooses the packages that have these types.
    private static readonly string[] s_refusals =
    [
        "Polly.CircuitBreaker.BrokenCircuitException",
        "Polly.RateLimiting.RateLimiterRejectedException",
        "Polly.RateLimit.RateLimitRejectedException",
        "Polly.Bulkhead.BulkheadRejectedException",
    ];

    /// <summary>Whether a circuit breaker or a limiter refused the call. After other failures, the handler may have sent something before.</summary>
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
