namespace Apm;

public abstract partial class LeasedEventStore
{
    /// <inheritdoc/>
    public async Task<ProcessedEventResult> ProcessLatestAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task<string?>> query,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var owner = Guid.NewGuid().ToString("N");
        var asked = Clock.GetTimestamp();
        if (await ClaimOrReleaseAsync(key, owner, options, cancellationToken).ConfigureAwait(false) != ProcessedEventClaim.Claimed)
        {
            return ProcessedEventResult.InProgress;
        }

        // The query is within the claim, so that no older answer is handled after a newer one.
        string? value = null;
        var isNew = false;
        try
        {
            await RunWithLeaseAsync(
                key,
                owner,
                asked,
                ProcessAsync,
                inner => isNew ? handler(inner) : ReadAsync(inner),
                limited => CompleteLatestAsync(key, owner, value!, options.Retention, limited),
                options,
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await TryReleaseAsync(key, owner, options).ConfigureAwait(false);
            throw;
        }

        if (isNew)
        {
            return ProcessedEventResult.Handled;
        }

        await TryReleaseAsync(key, owner, options).ConfigureAwait(false);
        return ProcessedEventResult.AlreadyHandled;

        // The query is not within a transaction of the handler.
        async Task ProcessAsync(Func<CancellationToken, Task> handle, Func<CancellationToken, Task> complete, CancellationToken token)
        {
            await handle(token).ConfigureAwait(false);
            if (isNew)
            {
                await RunAsync(key, owner, handle, complete, token).ConfigureAwait(false);
            }
        }

        async Task ReadAsync(CancellationToken token)
        {
            value = await query(token).ConfigureAwait(false);
            isNew = value is not null
                && value != await StoreCall.LimitAsync(limited => ReadLatestAsync(key, limited), options.StoreTimeout, Clock, token).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the value that was handled last. A store that pings use overrides it.</summary>
    /// <param name="key">The payment.</param>
    /// <param name="cancellationToken">Cancelled if the time limit is over, or the run has ended.</param>
    /// <returns>Null if there is none.</returns>
    protected virtual Task<string?> ReadLatestAsync(ProcessedEventKey key, CancellationToken cancellationToken) => throw KeepsNoValues();

    /// <summary>Replaces the value that was handled last, and releases the lease, in one step. A store that pings use overrides it.</summary>
    /// <param name="key">The payment.</param>
    /// <param name="owner">The token of the run.</param>
    /// <param name="value">The new value, of at most 200 characters.</param>
    /// <param name="retention">How long the value is remembered.</param>
    /// <param name="cancellationToken">Cancelled if the time limit is over.</param>
    /// <returns>False if the owner does not hold the lease. Nothing was changed in this case.</returns>
    protected virtual Task<bool> CompleteLatestAsync(
        ProcessedEventKey key,
        string owner,
        string value,
        TimeSpan retention,
        CancellationToken cancellationToken) => throw KeepsNoValues();

    private NotSupportedException KeepsNoValues() =>
        new($"{GetType().Name} does not keep the last value of a payment, which pings need: "
            + $"override {nameof(ReadLatestAsync)} and {nameof(CompleteLatestAsync)}.");
}
