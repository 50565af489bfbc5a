using System.Diagnostics;

namespace Apm;

/// <summary>The time that an HTTP client gives a call. It ends with the headers by itself; what is left is for the body.</summary>
internal readonly struct ClientDeadline(HttpClient http)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _timeout = http.Timeout;

    /// <exception cref="TimeoutException">The time is over.</exception>
    public ValueTask<KeptAnswer> ReadAsync(HttpResponseMessage response, string? correlationHeader, CancellationToken cancellationToken)
    {
        var reading = KeptAnswer.ReadAsync(response, correlationHeader, cancellationToken);
        if (reading.IsCompleted || _timeout == Timeout.InfiniteTimeSpan)
        {
            return reading;
        }

        var left = _timeout - Stopwatch.GetElapsedTime(_started);
        return new(reading.AsTask().WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken));
    }
}
