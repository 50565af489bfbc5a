namespace Apm.Sandbox;

/// <summary>How many requests reached the gateway, whatever became of them. Visits to the hosted page do not count.</summary>
public sealed class RequestCounter
{
    private readonly object _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>Requests for one operation.</summary>
    /// <param name="operation">Its id in the spec, such as <c>pay</c> or <c>partial-refund</c>.</param>
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

    /// <summary>All requests, those for unknown endpoints too.</summary>
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

    /// <summary>Counts from zero again.</summary>
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
