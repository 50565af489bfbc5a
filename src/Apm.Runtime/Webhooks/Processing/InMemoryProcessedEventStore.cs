using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>
/// Remembers in this process what is handled, until the process ends. It serves one instance: two instances would each
/// handle every webhook.
/// </summary>
/// <remarks>
/// Its memory is bounded. Beyond the capacity it forgets the webhooks whose time ends first. It logs a warning at most once in a minute, and
/// counts each webhook in <see cref="ApmTelemetry.WebhooksForgottenName"/>.
/// </remarks>
public sealed class InMemoryProcessedEventStore : LeasedEventStore
{
    /// <summary>How many handled webhooks are remembered by default.</summary>
    public const int DefaultCapacity = 200_000;

    private readonly ProcessedEventTable _table;

    /// <summary>Makes an empty store.</summary>
    /// <param name="clock">The clock of leases and retention; null for the system's.</param>
    /// <param name="logger">Where it is logged that the memory is full; null for nowhere.</param>
    /// <param name="capacity">How many handled webhooks are remembered; about 250 bytes each.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public InMemoryProcessedEventStore(TimeProvider? clock = null, ILogger? logger = null, int capacity = DefaultCapacity)
        : this(new ProcessedEventTable(capacity, logger), clock, logger)
    {
    }

    internal InMemoryProcessedEventStore(ProcessedEventTable table, TimeProvider? clock = null, ILogger? logger = null)
        : base(clock, logger) => _table = table;

    /// <inheritdoc/>
    protected override Task<ProcessedEventClaim> ClaimAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        Task.FromResult(_table.Claim(key, owner, Clock.GetUtcNow(), lease));

    /// <inheritdoc/>
    protected override Task<bool> RenewAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        Task.FromResult(_table.TryRenew(key, owner, Clock.GetUtcNow() + lease));

    /// <inheritdoc/>
    protected override Task<bool> CompleteAsync(ProcessedEventKey key, string owner, TimeSpan retention, CancellationToken cancellationToken) =>
        Task.FromResult(_table.TryComplete(key, owner, Clock.GetUtcNow(), retention));

    /// <inheritdoc/>
    protected override Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken)
    {
        _table.Release(key, owner);
        return Task.CompletedTask;
    }
}
