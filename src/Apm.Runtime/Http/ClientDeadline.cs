using System.Diagnostics;

namespace Apm;

/// <summary>The time that an HTTP client gives a call. It ends with the headers by itself; what is left is for the body.</summary>
internal readonly struct ClientDeadline(HttpClient http)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _timeout = http.Timeout;

    // A timer may fire this much before the clock says so.
    private static readonly TimeSpan s_clockStep = TimeSpan.FromMilliseconds(16);

    /// <summary>The time is over.</summary>
    public bool IsOver => _timeout != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(_started) + s_clockStep >= _timeout;

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

        // Nobody waits for a read that outlives the time and then fails.
        _ = task.ContinueWith(
            static ended => ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return new(task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken));
    }
}
