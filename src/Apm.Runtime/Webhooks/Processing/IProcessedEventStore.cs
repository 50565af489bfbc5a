namespace Apm;

// docs/decisions/webhooks.md
/// <summary>
/// Runs the handler of a webhook unless the webhook is already processed, and remembers processed webhooks. Instances that use
/// the same server share them.
/// </summary>
/// <remarks>
/// A store makes four promises. For each key, only one run happens at a time while the lease of the run is held. A run that
/// succeeded is the last one while the webhook is remembered. A run that failed releases its claim, so the next delivery runs the
/// handler again. A run that lost its lease does not count as processed. <see cref="WebhookProcessor{TEvent}"/> creates a scope for
/// each delivery, and takes the store and the services of the handler from it: a scoped store can share the transaction
/// of the handler. <see cref="LeasedEventStore"/> implements everything except the calls to a server.
/// </remarks>
public interface IProcessedEventStore
{
    /// <summary>Runs the handler, unless the webhook is processed or another run is under way.</summary>
    /// <param name="key">The webhook, for one consumer.</param>
    /// <param name="handler">
    /// Processes the webhook. Its token is cancelled if <paramref name="cancellationToken"/> is cancelled, after
    /// <see cref="ProcessedEventOptions.HandleWithin"/>, and if the lease is lost.
    /// </param>
    /// <param name="options">The times of the store.</param>
    /// <param name="cancellationToken">Cancelled if the caller stops.</param>
    /// <exception cref="EventLeaseLostException">The lease was lost while the handler ran. The run does not count as processed.</exception>
    /// <exception cref="TimeoutException">
    /// The store did not respond in time, or the handler took longer than <see cref="ProcessedEventOptions.HandleWithin"/>.
    /// </exception>
    /// <remarks>
    /// An exception of the handler is rethrown after the claim is released. An exception of the store's server is rethrown as well. A store
    /// must end within <see cref="ProcessedEventOptions.HandleWithin"/>, five seconds, and three times
    /// <see cref="ProcessedEventOptions.StoreTimeout"/>. After that <see cref="WebhookProcessor{TEvent}"/> cancels
    /// <paramref name="cancellationToken"/>, the delivery fails, and the next delivery calls the store again.
    /// </remarks>
    Task<ProcessedEventResult> ProcessAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Queries a payment, and runs the handler unless the value is the one that was handled last for this key. The value of a run that
    /// succeeded replaces the last one. A store for gateways whose webhooks are not signed implements it.
    /// </summary>
    /// <param name="key">The payment, for one consumer. No key of <see cref="ProcessAsync"/> is equal to it.</param>
    /// <param name="query">Queries the payment while no other run has the key. It returns the value, or null if there is nothing to handle.</param>
    /// <param name="handler">Processes the payment, as in <see cref="ProcessAsync"/>.</param>
    /// <param name="options">The times of the store. <see cref="ProcessedEventOptions.HandleWithin"/> includes the query.</param>
    /// <param name="cancellationToken">Cancelled if the caller stops.</param>
    /// <returns><see cref="ProcessedEventResult.AlreadyHandled"/> if the value is the last one, or if the query returned null.</returns>
    /// <exception cref="NotSupportedException">The store does not implement it.</exception>
    Task<ProcessedEventResult> ProcessLatestAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task<string?>> query,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            $"{GetType().Name} does not keep the last value of a payment, which pings need: implement {nameof(ProcessLatestAsync)}.");
}
