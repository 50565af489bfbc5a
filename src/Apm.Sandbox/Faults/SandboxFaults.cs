namespace Apm.Sandbox;

/// <summary>
/// What a test wants to go wrong. Each call arms one fault; the next request that fits uses it up, in the order of the
/// calls. One request meets at most one delay and one lost or failed answer. The hosted page is never touched.
/// </summary>
public sealed class SandboxFaults
{
    private readonly object _lock = new();
    private readonly List<Fault> _armed = [];

    /// <summary>How many faults were not met yet.</summary>
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

    /// <summary>The connection breaks before a byte of the response; in process, an <see cref="HttpRequestException"/>.</summary>
    /// <param name="moment">Whether the gateway did what it was asked first.</param>
    /// <param name="operation">An operation's id in the spec, such as <c>pay</c>; null for any.</param>
    public void DropNextResponse(FaultMoment moment, string? operation = null) => Arm(new(moment, operation) { IsLoss = true });

    /// <summary>The gateway responds with an HTTP status and an error body.</summary>
    /// <param name="status">Such as 503.</param>
    /// <param name="operation">An operation's id in the spec; null for any.</param>
    /// <param name="moment">Whether the gateway did what it was asked first.</param>
    /// <param name="times">How many requests in a row.</param>
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

    /// <summary>The gateway takes its time with the next request, also when the caller no longer waits.</summary>
    /// <param name="delay">By the sandbox's clock.</param>
    /// <param name="operation">An operation's id in the spec; null for any.</param>
    /// <param name="moment">Whether the gateway did what it was asked before it waits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public void DelayNext(TimeSpan delay, string? operation = null, FaultMoment moment = FaultMoment.AfterDecision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Arm(new(moment, operation) { Delay = delay });
    }

    /// <summary>Forgets every fault that was not met yet.</summary>
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
