using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>
/// Remembers processed webhooks in the shop's database. The changes of a handler and the completion of its webhook are one
/// transaction, so the changes of a webhook are committed once in that database.
/// </summary>
/// <remarks>
/// <para>
/// The claim is a lease. It is committed on a connection of its own, so other deliveries see it at once. Then the
/// handler runs in a transaction of its scope's <typeparamref name="TContext"/>. It must save its changes with that context, and
/// must not begin a transaction. The completion is an update of the claim's row in the same transaction. If the run does not own
/// the claim any more, everything is rolled back.
/// </para>
/// <para>
/// If the context retries (<c>EnableRetryOnFailure</c>), the whole transaction is retried: the handler is called again on a context
/// that tracks nothing. After a commit without a reply, the row shows whether the commit was carried out.
/// </para>
/// <para>Leases use the clocks of the instances. If a clock is wrong, a run may be rolled back and repeated. Its effect is still committed once.</para>
/// </remarks>
/// <typeparam name="TContext">The context that the handlers use.</typeparam>
public sealed class EntityFrameworkProcessedEventStore<TContext> : LeasedEventStore, IDisposable, IAsyncDisposable
    where TContext : DbContext
{
    private static readonly TimeSpan s_commandTimeout = TimeSpan.FromSeconds(5);

    private readonly IServiceProvider _services;
    private readonly IServiceScopeFactory _scopes;
    private readonly ILogger _logger;
    private readonly TContext _context;
    private readonly DbConnection _connection;
    private readonly EntityFrameworkEventStoreOptions _options;
    private readonly ProcessedEventPurge<TContext> _purge;
    private Task _run = Task.CompletedTask;

    internal EntityFrameworkProcessedEventStore(
        IServiceProvider services,
        EntityFrameworkEventStoreOptions options,
        ProcessedEventPurge<TContext> purge,
        TimeProvider? clock,
        ILogger? logger)
        : base(clock, logger)
    {
        _services = services;
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _logger = logger ?? NullLogger.Instance;
        _context = services.GetRequiredService<TContext>();
        _connection = _context.Database.GetDbConnection();
        _options = options;
        _purge = purge;
        CheckIsolation();
    }

    /// <summary>A run that lost its claim is rolled back, so a busy database need not end the handler.</summary>
    protected override bool OutlivesUnconfirmedLease => true;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Does not wait for an abandoned run.</summary>
    public void Dispose()
    {
    }

    /// <summary>Waits until an abandoned run no longer uses the context, which is disposed of afterwards.</summary>
    public async ValueTask DisposeAsync() => await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <inheritdoc/>
    protected override Task<ProcessedEventClaim> ClaimAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        ApartAsync(
            (context, token) => ProcessedEventRows.ClaimAsync(context, ProcessedEventRows.Claimed(key, owner, Now + lease), Now, token),
            cancellationToken);

    /// <inheritdoc/>
    protected override Task<bool> RenewAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        var (id, expiresAt) = (ProcessedEventRows.Id(key), Now + lease);
        return ApartAsync(
            async (context, token) => await ProcessedEventRows.Held(context, id, owner)
                .ExecuteUpdateAsync(row => row.SetProperty(held => held.ExpiresAt, expiresAt), token)
                .ConfigureAwait(false) == 1,
            cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<bool> CompleteAsync(ProcessedEventKey key, string owner, TimeSpan retention, CancellationToken cancellationToken)
    {
        var now = Now;
        return await ProcessedEventRows.Held(_context, ProcessedEventRows.Id(key), owner)
            .ExecuteUpdateAsync(
                row => row.SetProperty(held => held.CompletedAt, now).SetProperty(held => held.ExpiresAt, now + retention),
                cancellationToken)
            .ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    protected override Task<string?> ReadLatestAsync(ProcessedEventKey key, CancellationToken cancellationToken)
    {
        var (id, now) = (ProcessedEventRows.Id(ProcessedEventRows.ValueOf(key)), Now);
        return ApartAsync(
            (context, token) => ProcessedEventRows.Of(context, id).Where(row => row.ExpiresAt > now).Select(row => row.Value).FirstOrDefaultAsync(token),
            cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<bool> CompleteLatestAsync(
        ProcessedEventKey key,
        string owner,
        string value,
        TimeSpan retention,
        CancellationToken cancellationToken) =>
        ProcessedEventRows.ReplaceAsync(_context, key, owner, value, (Now, retention), cancellationToken);

    /// <inheritdoc/>
    protected override Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken) =>
        ApartAsync((context, token) => ProcessedEventRows.Held(context, ProcessedEventRows.Id(key), owner).ExecuteDeleteAsync(token), cancellationToken);

    /// <inheritdoc/>
    protected override async Task RunAsync(
        ProcessedEventKey key,
        string owner,
        Func<CancellationToken, Task> handler,
        Func<CancellationToken, Task> complete,
        CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(_context, _services.GetRequiredService<TContext>()))
        {
            throw new InvalidOperationException(
                $"{typeof(TContext).Name} must be registered as a scoped service, because the handler and the store must share an instance.");
        }

        var transaction = new HandlerTransaction(_context, _options.IsolationLevel);
        var (id, valueId) = (ProcessedEventRows.Id(key), ProcessedEventRows.Id(ProcessedEventRows.ValueOf(key)));
        _run = transaction.RunAsync(HandleAsync, IsCompletedAsync, cancellationToken);
        await _run.ConfigureAwait(false);
        if (_purge.IsDue(Now))
        {
            _ = PurgeAsync();
        }

        async Task HandleAsync(CancellationToken token)
        {
            await handler(token).ConfigureAwait(false);
            await complete(token).ConfigureAwait(false);
        }

        Task<bool> IsCompletedAsync(CancellationToken token) => ApartAsync(
            (context, inner) => context.Set<ProcessedEvent>().IgnoreQueryFilters()
                .AnyAsync(row => (row.Id == id || row.Id == valueId) && row.Owner == owner && row.CompletedAt != null, inner),
            token);
    }

    private async Task PurgeAsync()
    {
        try
        {
            var before = Now - ProcessedEventPurge<TContext>.Margin;
            await ApartAsync((context, token) => ProcessedEventRows.RunOut(context, before).ExecuteDeleteAsync(token), CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            EntityFrameworkEventLog.Unpurged(_logger, problem);
        }
    }

    /// <summary>Calls the database on a connection other than that of the handler's transaction.</summary>
    private Task<T> ApartAsync<T>(Func<TContext, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        // Some providers block their thread, and the call has a time limit.
        return Task.Run(CallAsync, cancellationToken);

        async Task<T> CallAsync()
        {
            var scope = _scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var context = scope.ServiceProvider.GetRequiredService<TContext>();
                Check(context);
                context.Database.SetCommandTimeout(s_commandTimeout);
                await SqliteWait.ShortenAsync(context, cancellationToken).ConfigureAwait(false);
                return await context.Database.CreateExecutionStrategy().ExecuteAsync(token => call(context, token), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The lease is renewed in the row that the transaction completes. Above read committed, the completion would then fail each time.
    private void CheckIsolation()
    {
        if (_options.IsolationLevel is IsolationLevel.RepeatableRead or IsolationLevel.Serializable or IsolationLevel.Snapshot
            && _context.Database.ProviderName != HandlerTransaction.Sqlite)
        {
            throw new InvalidOperationException(
                $"The isolation level {_options.IsolationLevel} cannot be used for the handlers of webhooks: a renewal of the lease would make "
                + "each completion fail. Leave it out, and lock the rows that a handler reads and changes, such as with SELECT … FOR UPDATE.");
        }
    }

    private void Check(TContext context)
    {
        if (context.Model.FindEntityType(typeof(ProcessedEvent)) is null)
        {
            throw new InvalidOperationException(
                $"{typeof(TContext).Name} does not contain the table of processed webhooks: "
                + $"call modelBuilder.{nameof(ApmModelBuilderExtensions.AddApmProcessedEvents)}() in OnModelCreating, and add a migration.");
        }

        if (ReferenceEquals(context.Database.GetDbConnection(), _connection))
        {
            throw new InvalidOperationException(
                $"All instances of {typeof(TContext).Name} use the same connection object, but the claim of a webhook needs a connection of its own. "
                + "Configure a connection string.");
        }
    }
}
