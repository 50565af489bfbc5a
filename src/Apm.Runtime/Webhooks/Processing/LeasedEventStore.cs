using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>
/// A store that claims a webhook by a lease, renews the lease while the handler runs, and completes the webhook only while
/// it holds the lease. A derived class makes the four calls to its server.
/// </summary>
/// <remarks>
/// Each call has the time limit <see cref="ProcessedEventOptions.StoreTimeout"/>, and must not block its thread. Each must
/// be one atomic step at the server, and must give the same answer when it is repeated by the same owner.
/// </remarks>
public abstract class LeasedEventStore : IProcessedEventStore
{
    /// <summary>How long a handler may go on after its token is cancelled.</summary>
    internal static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private const int CompletionAttempts = 3;

    private readonly ILogger _logger;

    /// <summary>Sets what every store needs.</summary>
    /// <param name="clock">The clock of leases and limits; null for the system's.</param>
    /// <param name="logger">Where failures of the server are logged; null for nowhere.</param>
    protected LeasedEventStore(TimeProvider? clock = null, ILogger? logger = null)
    {
        Clock = clock ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>The clock of leases and limits.</summary>
    protected TimeProvider Clock { get; }

    /// <summary>
    /// Whether the handler goes on while its lease cannot be renewed because the server does not answer. This is right only
    /// where <see cref="RunAsync"/> undoes what the handler did when the completion is refused.
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
            await RunWithLeaseAsync(key, owner, asked, handler, options, cancellationToken).ConfigureAwait(false);
            return ProcessedEventResult.Handled;
        }
        catch
        {
            await TryReleaseAsync(key, owner, options).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Claims the webhook, unless it is handled or another owner holds a lease that has not run out.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">A token of this run alone: 32 hexadecimal digits.</param>
    /// <param name="lease">How long the claim lasts.</param>
    /// <param name="cancellationToken">The time limit is over, or the caller stops.</param>
    protected abstract Task<ProcessedEventClaim> ClaimAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Lets the lease last <paramref name="lease"/> from now.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="lease">How long the claim lasts from now.</param>
    /// <param name="cancellationToken">The time limit is over, or the run has ended.</param>
    /// <returns>False if the owner does not hold the lease.</returns>
    protected abstract Task<bool> RenewAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Marks the webhook as handled.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="retention">How long the webhook is remembered.</param>
    /// <param name="cancellationToken">The time limit is over.</param>
    /// <returns>False if the owner does not hold the lease: nothing was changed.</returns>
    protected abstract Task<bool> CompleteAsync(ProcessedEventKey key, string owner, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>Gives the lease up, where the owner holds it. A webhook that is handled stays handled.</summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="cancellationToken">The time limit is over.</param>
    protected abstract Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the handler, then completes. A store that shares the handler's transaction overrides it, and then what
    /// <paramref name="complete"/> throws must undo what the handler did. Here a server that does not answer leaves the
    /// webhook unremembered but handled.
    /// </summary>
    /// <param name="key">The webhook.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="handler">Handles the webhook; it may be called again where the first call was undone.</param>
    /// <param name="complete">Marks the webhook as handled, or throws <see cref="EventLeaseLostException"/>.</param>
    /// <param name="cancellationToken">The handler must end.</param>
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
                // The handler has succeeded: from here on the caller's wish to stop comes too late.
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
            // The server may carry the claim out although its response was not waited for.
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
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var lease = new EventLease(token => RenewAsync(key, owner, options.Lease, token), options, Clock, _logger, OutlivesUnconfirmedLease, claimedAt);

        // A handler may block, or ignore its token: it must not hold up what comes later.
        var token = end.Token;
        var run = Task.Run(() => RunAsync(key, owner, HandleAsync, CompleteOrThrowAsync, token), CancellationToken.None);
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
                .LimitAsync(limited => CompleteAsync(key, owner, options.Retention, limited), options.StoreTimeout, Clock, inner)
                .ConfigureAwait(false);
            if (!isCompleted)
            {
                throw new EventLeaseLostException();
            }
        }
    }

    // A handler that heeds its token undoes what it began before another may begin.
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
            // Why it ends is known.
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
