namespace Apm;

// docs/decisions/webhooks.md
/// <summary>
/// Runs the handler of a webhook unless the webhook is handled already, and remembers what is handled. Instances that share
/// a store's server share what is handled.
/// </summary>
/// <remarks>
/// A store promises: one run at a time for each key, as long as the lease of the run is held; a run that succeeded is the
/// last one while the webhook is remembered; a run that failed releases its claim, so the next delivery runs the handler
/// again; a run that lost its lease does not count as handled. <see cref="WebhookProcessor{TEvent}"/> asks for the store in a
/// scope of each delivery, and the handler's services come from the same scope: a scoped store can share the transaction
/// of the handler. <see cref="LeasedEventStore"/> implements everything but the calls to a server.
/// </remarks>
public interface IProcessedEventStore
{
    /// <summary>Runs the handler, unless the webhook is handled or is being handled.</summary>
    /// <param name="key">The webhook, for one consumer.</param>
    /// <param name="handler">
    /// Handles the webhook. Its token is cancelled when <paramref name="cancellationToken"/> is, after
    /// <see cref="ProcessedEventOptions.HandleWithin"/>, and when the lease is lost.
    /// </param>
    /// <param name="options">The times to keep.</param>
    /// <param name="cancellationToken">The caller stops.</param>
    /// <exception cref="EventLeaseLostException">The lease was lost while the handler ran: the run does not count as handled.</exception>
    /// <exception cref="TimeoutException">
    /// The store did not answer in time, or the handler took longer than <see cref="ProcessedEventOptions.HandleWithin"/>.
    /// </exception>
    /// <remarks>
    /// What the handler throws comes through, after the claim is released. What the store's server throws comes through as well. A store
    /// must end within <see cref="ProcessedEventOptions.HandleWithin"/>, five seconds, and three times
    /// <see cref="ProcessedEventOptions.StoreTimeout"/>. After that <see cref="WebhookProcessor{TEvent}"/> cancels
    /// <paramref name="cancellationToken"/>, the delivery fails, and the next delivery asks the store again.
    /// </remarks>
    Task<ProcessedEventResult> ProcessAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default);
}
