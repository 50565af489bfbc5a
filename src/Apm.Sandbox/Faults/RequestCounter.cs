namespace Apm.Sandbox;

/// <summary>Counts the requests that reached the gateway, with any outcome. Requests for the hosted page do not count.</summary>
public sealed class RequestCounter
{
    private readonly object _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>The number of requests for one operation.</summary>
    /// <param name="operation">The operation's id in the spec, such as <c>pay</c> or <c>partial-refund</c>.</param>
    public int this[string operation]
    {
        get
        {
            lock (_lock)
            {
                return _counts.GetValueOrDefault(operation);
            }
        }
    }

    /// <summary>The number of all requests, including those for unknown endpoints.</summary>
    public int Total
    {
        get
        {
            lock (_lock)
            {
                return _total;
            }
        }
    }

    /// <summary>Resets all counts to zero.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _counts.Clear();
            _total = 0;
        }
    }

    internal void Count(string? operation)
    {
        lock (_lock)
        {
            _total++;
            if (operation is not null)
            {
                _counts[operation] = _counts.GetValueOrDefault(operation) + 1;
            }
        }
    }
}
