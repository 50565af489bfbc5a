namespace Apm.Sandbox;

/// <summary>
/// Faults that a test arms. Each call arms one fault. The next matching request uses it up, in the order of the
/// calls. One request gets at most one delay and one lost or failed response. The hosted page has no faults.
/// </summary>
public sealed class SandboxFaults
{
    private readonly object _lock = new();
    private readonly List<Fault> _armed = [];

    /// <summary>The number of faults that were not used yet.</summary>
    public int Armed
    {
        get
        {
            lock (_lock)
            {
                return _armed.Count;
            }
        }
    }

    /// <summary>Arms a connection that breaks before the first byte of the response. In process, it is an <see cref="HttpRequestException"/>.</summary>
    /// <param name="moment">Whether the request has its effect before the fault.</param>
    /// <param name="operation">An operation's id in the spec, such as <c>pay</c>; null for any.</param>
    public void DropNextResponse(FaultMoment moment, string? operation = null) => Arm(new(moment, operation) { IsLoss = true });

    /// <summary>Arms a response with an HTTP status and an error body.</summary>
    /// <param name="status">The status, such as 503.</param>
    /// <param name="operation">An operation's id in the spec; null for any.</param>
    /// <param name="moment">Whether the request has its effect before the fault.</param>
    /// <param name="times">The number of requests.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not between 400 and 599, or <paramref name="times"/> is below 1.</exception>
    public void FailNext(int status, string? operation = null, FaultMoment moment = FaultMoment.BeforeDecision, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        for (var i = 0; i < times; i++)
        {
            Arm(new(moment, operation) { Status = status });
        }
    }

    /// <summary>Arms a delay of the next request. The gateway processes it even if the caller no longer waits.</summary>
    /// <param name="delay">The delay by the sandbox's clock.</param>
    /// <param name="operation">An operation's id in the spec; null for any.</param>
    /// <param name="moment">Whether the request has its effect before the delay.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public void DelayNext(TimeSpan delay, string? operation = null, FaultMoment moment = FaultMoment.AfterDecision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Arm(new(moment, operation) { Delay = delay });
    }

    /// <summary>Removes all faults that were not used yet.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _armed.Clear();
        }
    }

    internal (Fault? Delay, Fault? End) Take(string operation)
    {
        lock (_lock)
        {
            return (TakeFirst(fault => fault.Delay is not null), TakeFirst(fault => fault.Delay is null));
        }

        Fault? TakeFirst(Predicate<Fault> fits)
        {
            var at = _armed.FindIndex(fault => (fault.Operation is null || fault.Operation == operation) && fits(fault));
            if (at < 0)
            {
                return null;
            }

            var found = _armed[at];
            _armed.RemoveAt(at);
            return found;
        }
    }

    private void Arm(Fault fault)
    {
        lock (_lock)
        {
            _armed.Add(fault);
        }
    }
}
