using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>
/// Processes the deliveries of a gateway: it checks the signature, reads the webhook, and calls the handler unless the webhook is
/// already processed. <c>services.AddApmWebhooks</c> registers it.
/// </summary>
/// <remarks>
/// A handler is called until it succeeds once, and not again while the webhook is remembered. Within one instance, one handler
/// at a time processes a webhook, unless a handler continues after <see cref="ApmWebhookOptions.HandleWithin"/>. Across
/// several instances, the registered <see cref="IProcessedEventStore"/> decides what is guaranteed.
/// </remarks>
/// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
public sealed class WebhookProcessor<TEvent>
    where TEvent : PaymentEvent, IPaymentEvent<TEvent>
{
    private readonly ConcurrentDictionary<ProcessedEventKey, Lazy<Task<WebhookReceipt>>> _running = new();
    private readonly PingQueue _pings = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly IOptionsMonitor<ApmWebhookOptions> _options;
    private readonly string _optionsName;
    private readonly string? _client;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private long _nextWarning;

    internal WebhookProcessor(
        IServiceScopeFactory scopes,
        IOptionsMonitor<ApmWebhookOptions> options,
        string optionsName,
        string? client,
        ILogger logger,
        TimeProvider clock)
    {
        _client = client;
        _scopes = scopes;
        _options = options;
        _optionsName = optionsName;
        _logger = logger;
        _clock = clock;
    }

    /// <summary>The current options. They may change while the program runs; an invalid change is ignored.</summary>
    public ApmWebhookOptions Options => _options.Get(_optionsName);

    /// <summary>Processes one delivery. It does not throw: if a handler throws, this is logged, and it returns <see cref="WebhookReceipt.Failed"/>.</summary>
    /// <param name="body">The raw body, unchanged. The webhook keeps it.</param>
    /// <param name="signature">The signature header; null if there is none. Several headers of the same name are joined by commas.</param>
    /// <param name="handler">
    /// Processes the webhook. Its token is cancelled when the shop stops, or after
    /// <see cref="ApmWebhookOptions.HandleWithin"/>, but not when the gateway stops waiting.
    /// </param>
    /// <param name="stopping">Cancelled when the shop stops.</param>
    /// <returns>The result, within <see cref="ApmWebhookOptions.AnswerWithin"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    /// <remarks>The consumer is <see cref="ApmWebhookOptions.Consumer"/>, or the name of the program.</remarks>
    public Task<WebhookReceipt> ReceiveAsync(
        ReadOnlyMemory<byte> body,
        string? signature,
        Func<TEvent, CancellationToken, Task> handler,
        CancellationToken stopping = default) => ReceiveAsync(new WebhookDelivery(body, signature), handler, stopping);

    /// <summary>Processes one delivery, as the other overload does. A gateway can describe deliveries by their media types.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="handler">Processes the webhook, as for the other overload.</param>
    /// <param name="stopping">Cancelled when the shop stops.</param>
    /// <returns>The result, within <see cref="ApmWebhookOptions.AnswerWithin"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> or <paramref name="handler"/> is null.</exception>
    public Task<WebhookReceipt> ReceiveAsync(
        WebhookDelivery delivery,
        Func<TEvent, CancellationToken, Task> handler,
        CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return ReceiveForAsync(
            Options.Consumer ?? ProgramName(),
            delivery,
            (received, _, cancellationToken) => handler(received, cancellationToken),
            stopping);
    }

    /// <summary>Processes one delivery for one of several consumers, each of which receives every webhook.</summary>
    /// <param name="consumer">
    /// The name of the consumer. It must stay the same from release to release: after a change, repeated deliveries
    /// of processed webhooks are processed once more.
    /// </param>
    /// <param name="body">The raw body, unchanged. The webhook keeps it.</param>
    /// <param name="signature">The signature header; null if there is none. Several headers of the same name are joined by commas.</param>
    /// <param name="handler">
    /// Processes the webhook. Its services come from the scope of the store, so they share a scoped store's
    /// transaction. The scope lasts until the handler ends.
    /// </param>
    /// <param name="stopping">Cancelled when the shop stops.</param>
    /// <returns>The result, within <see cref="ApmWebhookOptions.AnswerWithin"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="consumer"/> is null or empty, or <paramref name="handler"/> is null.</exception>
    public Task<WebhookReceipt> ReceiveForAsync(
        string consumer,
        ReadOnlyMemory<byte> body,
        string? signature,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        CancellationToken stopping = default) => ReceiveForAsync(consumer, new WebhookDelivery(body, signature), handler, stopping);

    /// <summary>Processes one delivery for one of several consumers, as the other overload does.</summary>
    /// <param name="consumer">The name of the consumer, as for the other overload.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="handler">Processes the webhook, as for the other overload.</param>
    /// <param name="stopping">Cancelled when the shop stops.</param>
    /// <returns>The result, within <see cref="ApmWebhookOptions.AnswerWithin"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="consumer"/> is null or empty, or another argument is null.</exception>
    public async Task<WebhookReceipt> ReceiveForAsync(
        string consumer,
        WebhookDelivery delivery,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumer);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(handler);
        var receipt = await ReceiveAsync(delivery, consumer, handler, Options, stopping).ConfigureAwait(false);
        ApmTelemetry.Webhooks.Add(1, new("apm.api", TEvent.Profile.Api), new("apm.webhook.receipt", receipt.ToString()));
        return receipt;
    }

    private static string ProgramName() => Assembly.GetEntryAssembly()?.GetName().Name ?? AppDomain.CurrentDomain.FriendlyName;

    private async Task<WebhookReceipt> ReceiveAsync(
        WebhookDelivery delivery,
        string consumer,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        ApmWebhookOptions options,
        CancellationToken stopping)
    {
        var (body, signature, profile) = (delivery.Body, delivery.Signature, TEvent.Profile.For(delivery.ContentType));
        if (body.Length > options.MaxBodyBytes)
        {
            if (MayWarn())
            {
                WebhookLog.TooLarge(_logger, TEvent.Profile.Api, options.MaxBodyBytes);
            }

            return WebhookReceipt.TooLarge;
        }

        if (profile.IsPing)
        {
            return await ReceivePingAsync(profile, body, consumer, handler, options, stopping).ConfigureAwait(false);
        }

        if (!WebhookSignature.IsRight(profile, [.. options.Keys], signature, body.Span, _clock.GetUtcNow()))
        {
            if (MayWarn())
            {
                var isMissing = string.IsNullOrEmpty(signature) && profile.SignatureAt is null;
                WebhookLog.WrongSignature(_logger, TEvent.Profile.Api, isMissing ? "missing" : "wrong");
            }

            return WebhookReceipt.WrongSignature;
        }

        var started = _clock.GetTimestamp();
        var receipts = new List<WebhookReceipt>();
        foreach (var item in Items(profile, body))
        {
            receipts.Add(await ReceiveAsync(item).ConfigureAwait(false));
        }

        return Joined(receipts);

        Task<WebhookReceipt> ReceiveAsync(ReadOnlyMemory<byte> item)
        {
            var left = options.AnswerWithinOf(profile) - _clock.GetElapsedTime(started);
            return left <= TimeSpan.Zero && receipts.Count > 0
                ? Task.FromResult(WebhookReceipt.Unfinished)
                : ReceiveItemAsync(profile, item, consumer, handler, options, left, stopping);
        }
    }

    // The notifications of a delivery are acknowledged together.
    private static WebhookReceipt Joined(List<WebhookReceipt> receipts) =>
        new[] { WebhookReceipt.Failed, WebhookReceipt.Unfinished, WebhookReceipt.Handled, WebhookReceipt.Repeated }
            .Where(receipts.Contains)
            .DefaultIfEmpty(WebhookReceipt.Unreadable)
            .First();

    private IReadOnlyList<ReadOnlyMemory<byte>> Items(WebhookProfile profile, ReadOnlyMemory<byte> body)
    {
        try
        {
            return WebhookItems.Split(profile, body);
        }
        catch (JsonException)
        {
            LogUnreadable(body);
            return [];
        }
    }

    private void LogUnreadable(ReadOnlyMemory<byte> body) =>
        WebhookLog.Unreadable(_logger, TEvent.Profile.Api, body.Length, Convert.ToHexString(SHA256.HashData(body.Span)));

    private async Task<WebhookReceipt> ReceiveItemAsync(
        WebhookProfile profile,
        ReadOnlyMemory<byte> body,
        string consumer,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        ApmWebhookOptions options,
        TimeSpan within,
        CancellationToken stopping)
    {
        TEvent read;
        try
        {
            read = TEvent.Read(profile, body);
        }
        catch (JsonException)
        {
            LogUnreadable(body);
            return WebhookReceipt.Unreadable;
        }

        // Concurrent deliveries of one webhook wait for the same run.
        var key = new ProcessedEventKey(consumer, _optionsName, read.UniqueId);
        var run = Run(key, handler, options, () => _running.TryRemove(key, out _), stopping);
        var mine = new Lazy<Task<WebhookReceipt>>(() => Task.Run(() => run.HandleAsync(read), CancellationToken.None));
        var running = _running.GetOrAdd(key, mine);
        try
        {
            var receipt = await running.Value.WaitAsync(within, _clock, CancellationToken.None).ConfigureAwait(false);
            return receipt == WebhookReceipt.Handled && running != mine ? WebhookReceipt.Repeated : receipt;
        }
        catch (TimeoutException)
        {
            return WebhookReceipt.Unfinished;
        }
    }

    private WebhookRun<TEvent> Run(
        ProcessedEventKey key,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        ApmWebhookOptions options,
        Action ended,
        CancellationToken stopping) =>
        new(_scopes, _logger, _clock, key, handler, options.ForStore(TEvent.Profile), ended, stopping);

    private async Task<WebhookReceipt> ReceivePingAsync(
        WebhookProfile profile,
        ReadOnlyMemory<byte> body,
        string consumer,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        ApmWebhookOptions options,
        CancellationToken stopping)
    {
        if (WebhookPing.Read(profile, body, _client) is not { } ping)
        {
            if (MayWarn())
            {
                WebhookLog.NamesNoPayment(_logger, TEvent.Profile.Api);
            }

            return WebhookReceipt.UnknownPayment;
        }

        var key = new ProcessedEventKey(consumer, _optionsName, "ping:" + ping.PaymentId);
        var run = Run(key, handler, options, static () => { }, stopping);
        try
        {
            return await _pings
                .JoinAsync(key, () => run.HandlePingAsync((services, token) => _pings.QueryAsync(() => TEvent.QueryAsync(ping.With(services), token), token)))
                .WaitAsync(options.AnswerWithinOf(profile), _clock, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return WebhookReceipt.Unfinished;
        }
    }

    // Anybody can send refused deliveries, so only some of them are logged.
    private bool MayWarn()
    {
        var now = _clock.GetUtcNow().UtcTicks;
        var next = Interlocked.Read(ref _nextWarning);
        return now >= next && Interlocked.CompareExchange(ref _nextWarning, now + TimeSpan.TicksPerMinute, next) == next;
    }
}
