using System.Diagnostics;

namespace Apm;

/// <summary>The timeout of an HTTP client. The client applies it to the headers only; the remaining time is for the body.</summary>
internal readonly struct ClientDeadline(HttpClient http)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _timeout = http.Timeout;

    /// <exception cref="TimeoutException">The time is over.</exception>
    public ValueTask<BufferedResponse> ReadAsync(HttpResponseMessage response, string? correlationHeader, CancellationToken cancellationToken)
    {
        var reading = BufferedResponse.ReadAsync(response, correlationHeader, cancellationToken);
        if (reading.IsCompleted || _timeout == Timeout.InfiniteTimeSpan)
        {
            return reading;
        }

        var left = _timeout - Stopwatch.GetElapsedTime(_started);
        var task = reading.AsTask();

        // A read may outlive the timeout and then fail. Its exception must not be reported as unobserved.
        _ = task.ContinueWith(
            static ended => ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return new(task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken));
    }
}
