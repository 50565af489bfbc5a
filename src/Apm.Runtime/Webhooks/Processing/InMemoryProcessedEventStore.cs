using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>
/// Remembers processed webhooks in memory until the process ends. It is for one instance: two instances would each
/// process every webhook.
/// </summary>
/// <remarks>
/// Its memory is limited. If it is full, it forgets the webhooks that expire first. It logs a warning at most once a minute, and
/// counts each of these webhooks in <see cref="ApmTelemetry.WebhooksForgottenName"/>.
/// </remarks>
public sealed class InMemoryProcessedEventStore : LeasedEventStore
{
    /// <summary>The default number of remembered webhooks.</summary>
    public const int DefaultCapacity = 200_000;

    private readonly ProcessedEventTable _table;

    /// <summary>Creates an empty store.</summary>
    /// <param name="clock">The clock for leases and retention; null for the system's clock.</param>
    /// <param name="logger">Logs that the memory is full; null for no log.</param>
    /// <param name="capacity">The number of remembered webhooks. Each needs about 250 bytes.</param>
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
    protected override Task<string?> ReadLatestAsync(ProcessedEventKey key, CancellationToken cancellationToken) =>
        Task.FromResult(_table.Latest(key, Clock.GetUtcNow()));

    /// <inheritdoc/>
    protected override Task<bool> CompleteLatestAsync(
        ProcessedEventKey key,
        string owner,
        string value,
        TimeSpan retention,
        CancellationToken cancellationToken) => Task.FromResult(_table.TryReplace(key, owner, value, Clock.GetUtcNow(), retention));

    /// <inheritdoc/>
    protected override Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken)
    {
        _table.Release(key, owner);
        return Task.CompletedTask;
    }
}
