using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Apm;

/// <summary>The claimed and the processed webhooks of one process. Expired entries are removed when other webhooks are processed.</summary>
internal sealed class ProcessedEventTable
{
    private readonly Dictionary<ProcessedEventKey, Entry> _entries = [];
    private readonly PriorityQueue<ProcessedEventKey, DateTimeOffset> _handled = new();
    private readonly int _capacity;
    private readonly ILogger _logger;
    private DateTimeOffset _nextWarning = DateTimeOffset.MinValue;
    private int _forgotten;

    public ProcessedEventTable(int capacity, ILogger? logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>The number of claimed or processed webhooks.</summary>
    public int Count
    {
        get
        {
            lock (_entries)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>When the claim or the retention of a webhook ends.</summary>
    public DateTimeOffset ExpiresAt(ProcessedEventKey key)
    {
        lock (_entries)
        {
            return _entries.TryGetValue(key, out var entry) ? entry.ExpiresAt : default;
        }
    }

    public ProcessedEventClaim Claim(ProcessedEventKey key, string owner, DateTimeOffset now, TimeSpan lease)
    {
        lock (_entries)
        {
            if (_entries.TryGetValue(key, out var entry) && entry.ExpiresAt > now && entry.Owner != owner)
            {
                return entry.IsHandled ? ProcessedEventClaim.AlreadyHandled : ProcessedEventClaim.InProgress;
            }

            _entries[key] = new Entry(owner, now + lease, false);
            return ProcessedEventClaim.Claimed;
        }
    }

    public bool TryRenew(ProcessedEventKey key, string owner, DateTimeOffset expiresAt)
    {
        lock (_entries)
        {
            var isHeld = IsHeld(key, owner);
            if (isHeld)
            {
                _entries[key] = new Entry(owner, expiresAt, false);
            }

            return isHeld;
        }
    }

    public bool TryComplete(ProcessedEventKey key, string owner, DateTimeOffset now, TimeSpan retention)
    {
        lock (_entries)
        {
            var isHeld = IsHeld(key, owner);
            if (isHeld)
            {
                _entries[key] = new Entry(owner, now + retention, true);
                _handled.Enqueue(key, now + retention);
                Forget(now);
            }

            return isHeld;
        }
    }

    /// <summary>The value that was handled last for a payment; null if there is none.</summary>
    public string? Latest(ProcessedEventKey key, DateTimeOffset now)
    {
        lock (_entries)
        {
            return _entries.TryGetValue(ValueOf(key), out var entry) && entry.ExpiresAt > now ? entry.Value : null;
        }
    }

    /// <summary>Replaces the value of a payment, and releases the claim.</summary>
    public bool TryReplace(ProcessedEventKey key, string owner, string value, DateTimeOffset now, TimeSpan retention)
    {
        lock (_entries)
        {
            var isHeld = IsHeld(key, owner);
            if (isHeld)
            {
                _entries.Remove(key);
                _entries[ValueOf(key)] = new Entry(owner, now + retention, true, value);
                _handled.Enqueue(ValueOf(key), now + retention);
                Forget(now);
            }

            return isHeld;
        }
    }

    public void Release(ProcessedEventKey key, string owner)
    {
        lock (_entries)
        {
            if (IsHeld(key, owner))
            {
                _entries.Remove(key);
            }
        }
    }

    private static ProcessedEventKey ValueOf(ProcessedEventKey key) => new(key.Consumer, key.Api, "value:" + key.EventId);

    private bool IsHeld(ProcessedEventKey key, string owner) =>
        _entries.TryGetValue(key, out var entry) && entry.Owner == owner && !entry.IsHandled;

    private void Forget(DateTimeOffset now)
    {
        while (_handled.TryPeek(out var key, out var expiresAt) && (expiresAt <= now || _handled.Count > _capacity))
        {
            _handled.Dequeue();

            // A webhook that was processed again has a later entry.
            if (_entries.TryGetValue(key, out var entry) && entry.ExpiresAt == expiresAt)
            {
                _entries.Remove(key);
                if (expiresAt > now)
                {
                    _forgotten++;
                    ApmTelemetry.WebhooksForgotten.Add(1);
                }
            }
        }

        if (_forgotten > 0 && now >= _nextWarning)
        {
            ProcessedEventLog.Full(_logger, _capacity, _forgotten);
            (_nextWarning, _forgotten) = (now.AddMinutes(1), 0);
        }
    }

    private readonly record struct Entry(string Owner, DateTimeOffset ExpiresAt, bool IsHandled, string? Value = null);
}
