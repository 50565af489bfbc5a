using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>
/// A store that claims a webhook with a lease, renews the lease while the handler runs, and completes the webhook only while
/// it holds the lease. A derived class implements the four calls to its server.
/// </summary>
/// <remarks>
/// Each call has the time limit <see cref="ProcessedEventOptions.StoreTimeout"/>, and must not block its thread. Each call must
/// be one atomic step at the server, and must have the same result if the same owner repeats it.
/// </remarks>
public abstract partial class LeasedEventStore : IProcessedEventStore
{
    /// <summary>How long a handler may continue after its token is cancelled.</summary>
    internal static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private const int CompletionAttempts = 3;

    private readonly ILogger _logger;

    /// <summary>Initializes the store.</summary>
    /// <param name="clock">The clock for leases and time limits; null for the system's clock.</param>
    /// <param name="logger">Logs failures of the server; null for no log.</param>
    protected LeasedEventStore(TimeProvider? clock = null, ILogger? logger = null)
    {
        Clock = clock ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>The clock for leases and time limits.</summary>
    protected TimeProvider Clock { get; }

    /// <summary>
    /// Whether the handler continues while its lease cannot be renewed because the server does not respond. This is correct only
    /// if <see cref="RunAsync"/> undoes the work of the handler after a refused completion.
    /// </summary>
    protected virtual bool OutlivesUnconfirmedLease => false;

    /// <inheritdoc/>
    public async Task<ProcessedEventResult> ProcessAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var owner = Guid.NewGuid().ToString("N");
        var asked = Clock.GetTimestamp();
        switch (await ClaimOrReleaseAsync(key, owner, options, cancellationToken).ConfigureAwait(false))
        {
            case ProcessedEventClaim.AlreadyHandled:
                return ProcessedEventResult.AlreadyHandled;
            case ProcessedEventClaim.InProgress:
                return ProcessedEventResult.InProgress;
        }

        try
        {
            await RunWithLeaseAsync(
                key,
                owner,
                asked,
                (handle, complete, token) => RunAsync(key, owner, handle, complete, token),
                handler,
                limited => CompleteAsync(key, owner, options.Retention, limited),
                options,
                cancellationToken).ConfigureAwait(false);
            return ProcessedEventResult.Handled;
        }
        catch
        {
            await TryReleaseAsync(key, owner, options).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Claims the webhook, unless it is processed or another owner holds a lease that has not expired.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The unique token of this run: 32 hexadecimal digits.</param>
    /// <param name="lease">How long the claim lasts.</param>
    /// <param name="cancellationToken">Cancelled if the time limit is over, or the caller stops.</param>
    protected abstract Task<ProcessedEventClaim> ClaimAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Extends the lease to <paramref name="lease"/> from now.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="lease">How long the claim lasts from now.</param>
    /// <param name="cancellationToken">Cancelled if the time limit is over, or the run has ended.</param>
    /// <returns>False if the owner does not hold the lease.</returns>
    protected abstract Task<bool> RenewAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Marks the webhook as processed.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="retention">How long the webhook is remembered.</param>
    /// <param name="cancellationToken">Cancelled if the time limit is over.</param>
    /// <returns>False if the owner does not hold the lease. Nothing was changed in this case.</returns>
    protected abstract Task<bool> CompleteAsync(ProcessedEventKey key, string owner, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>Releases the lease if the owner holds it. A processed webhook stays processed.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="cancellationToken">Cancelled if the time limit is over.</param>
    protected abstract Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the handler, then completes the webhook. A store that shares the handler's transaction overrides this method. There, an
    /// exception of <paramref name="complete"/> must undo the work of the handler. Here, if the server does not respond, the webhook is
    /// processed but not remembered.
    /// </summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="handler">Processes the webhook. It may be called again if the first call was undone.</param>
    /// <param name="complete">Marks the webhook as processed, or throws <see cref="EventLeaseLostException"/>.</param>
    /// <param name="cancellationToken">Cancelled if the handler must end.</param>
    protected virtual async Task RunAsync(
        ProcessedEventKey key,
        string owner,
        Func<CancellationToken, Task> handler,
        Func<CancellationToken, Task> complete,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(complete);
        await handler(cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // The handler has succeeded, so a cancellation by the caller has no effect any more.
                await complete(CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (Exception problem) when (problem is not EventLeaseLostException)
            {
                if (attempt == CompletionAttempts)
                {
                    ProcessedEventLog.Unremembered(_logger, problem);
                    return;
                }
            }
        }
    }

    private async Task<ProcessedEventClaim> ClaimOrReleaseAsync(
        ProcessedEventKey key,
        string owner,
        ProcessedEventOptions options,
        CancellationToken cancellationToken)
    {
        Task<ProcessedEventClaim>? claim = null;
        try
        {
            return await StoreCall
                .LimitAsync(token => claim = ClaimAsync(key, owner, options.Lease, token), options.StoreTimeout, Clock, cancellationToken)
                .ConfigureAwait(false);
        }
        catch when (claim is not null)
        {
            // The server may still carry out a claim whose call was abandoned.
            _ = ReleaseAfterAsync(claim);
            throw;
        }

        async Task ReleaseAfterAsync(Task<ProcessedEventClaim> late)
        {
            await StoreCall.EndOf(late).ConfigureAwait(false);
            await TryReleaseAsync(key, owner, options).ConfigureAwait(false);
        }
    }

    private async Task RunWithLeaseAsync(
        ProcessedEventKey key,
        string owner,
        long claimedAt,
        Func<Func<CancellationToken, Task>, Func<CancellationToken, Task>, CancellationToken, Task> process,
        Func<CancellationToken, Task> handler,
        Func<CancellationToken, Task<bool>> completion,
        ProcessedEventOptions options,
        CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var lease = new EventLease(token => RenewAsync(key, owner, options.Lease, token), options, Clock, _logger, OutlivesUnconfirmedLease, claimedAt);

        // A handler may block or ignore its token, and must not delay the rest.
        var token = end.Token;
        var run = Task.Run(() => process(HandleAsync, CompleteOrThrowAsync, token), CancellationToken.None);
        try
        {
            await run.WaitAsync(options.HandleWithin, Clock, lease.Lost).ConfigureAwait(false);
        }
        catch
        {
            if (run.IsCompleted)
            {
                await run.ConfigureAwait(false);
                return;
            }

            var isLost = lease.Lost.IsCancellationRequested;
            await end.CancelAsync().ConfigureAwait(false);
            if (await SucceedsAfterAllAsync(run).ConfigureAwait(false))
            {
                return;
            }

            throw isLost ? new EventLeaseLostException() : new TimeoutException($"The handler took longer than {options.HandleWithin}.");
        }

        Task HandleAsync(CancellationToken inner)
        {
            lease.Renew();
            return handler(inner);
        }

        async Task CompleteOrThrowAsync(CancellationToken inner)
        {
            lease.HandlerEnded();
            var isCompleted = await StoreCall
                .LimitAsync(completion, options.StoreTimeout, Clock, inner)
                .ConfigureAwait(false);
            if (!isCompleted)
            {
                throw new EventLeaseLostException();
            }
        }
    }

    // A handler that observes its token undoes its work before another one may begin.
    private async Task<bool> SucceedsAfterAllAsync(Task run)
    {
        StoreCall.Observe(run);
        try
        {
            await run.WaitAsync(TimeToEnd, Clock).ConfigureAwait(false);
            return true;
        }
        catch
        {
            // The reason is already known.
            return false;
        }
    }

    private async Task TryReleaseAsync(ProcessedEventKey key, string owner, ProcessedEventOptions options)
    {
        try
        {
            await StoreCall
                .LimitAsync(token => ReleaseAsync(key, owner, token), options.StoreTimeout, Clock, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            ProcessedEventLog.Unreleased(_logger, options.Lease, problem);
        }
    }
}
