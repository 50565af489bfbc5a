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
    private readonly IServiceScopeFactory _scopes;
    private readonly IOptionsMonitor<ApmWebhookOptions> _options;
    private readonly string _optionsName;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private long _nextWarning;

    internal WebhookProcessor(IServiceScopeFactory scopes, IOptionsMonitor<ApmWebhookOptions> options, string optionsName, ILogger logger, TimeProvider clock)
    {
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
        CancellationToken stopping = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return ReceiveForAsync(
            Options.Consumer ?? ProgramName(),
            body,
            signature,
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
    public async Task<WebhookReceipt> ReceiveForAsync(
        string consumer,
        ReadOnlyMemory<byte> body,
        string? signature,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        CancellationToken stopping = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumer);
        ArgumentNullException.ThrowIfNull(handler);
        var receipt = await ReceiveAsync(body, signature, consumer, handler, Options, stopping).ConfigureAwait(false);
        ApmTelemetry.Webhooks.Add(1, new("apm.api", TEvent.Profile.Api), new("apm.webhook.receipt", receipt.ToString()));
        return receipt;
    }

    private static string ProgramName() => Assembly.GetEntryAssembly()?.GetName().Name ?? AppDomain.CurrentDomain.FriendlyName;

    private async Task<WebhookReceipt> ReceiveAsync(
        ReadOnlyMemory<byte> body,
        string? signature,
        string consumer,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        ApmWebhookOptions options,
        CancellationToken stopping)
    {
        if (body.Length > options.MaxBodyBytes)
        {
            if (MayWarn())
            {
                WebhookLog.TooLarge(_logger, TEvent.Profile.Api, options.MaxBodyBytes);
            }

            return WebhookReceipt.TooLarge;
        }

        if (!WebhookSignature.IsRight(TEvent.Profile, [.. options.Keys], signature, body.Span, _clock.GetUtcNow()))
        {
            if (MayWarn())
            {
                var isMissing = string.IsNullOrEmpty(signature) && TEvent.Profile.SignatureAt is null;
                WebhookLog.WrongSignature(_logger, TEvent.Profile.Api, isMissing ? "missing" : "wrong");
            }

            return WebhookReceipt.WrongSignature;
        }

        var started = _clock.GetTimestamp();
        var receipts = new List<WebhookReceipt>();
        foreach (var item in Items(body))
        {
            receipts.Add(await ReceiveAsync(item).ConfigureAwait(false));
        }

        return Joined(receipts);

        Task<WebhookReceipt> ReceiveAsync(ReadOnlyMemory<byte> item)
        {
            var left = options.AnswerWithinOf(TEvent.Profile) - _clock.GetElapsedTime(started);
            return left <= TimeSpan.Zero && receipts.Count > 0
                ? Task.FromResult(WebhookReceipt.Unfinished)
                : ReceiveItemAsync(item, consumer, handler, options, left, stopping);
        }
    }

    // The notifications of a delivery are acknowledged together.
    private static WebhookReceipt Joined(List<WebhookReceipt> receipts) =>
        new[] { WebhookReceipt.Failed, WebhookReceipt.Unfinished, WebhookReceipt.Handled, WebhookReceipt.Repeated }
            .Where(receipts.Contains)
            .DefaultIfEmpty(WebhookReceipt.Unreadable)
            .First();

    private IReadOnlyList<ReadOnlyMemory<byte>> Items(ReadOnlyMemory<byte> body)
    {
        try
        {
            return WebhookItems.Split(TEvent.Profile, body);
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
            read = TEvent.Parse(body);
        }
        catch (JsonException)
        {
            LogUnreadable(body);
            return WebhookReceipt.Unreadable;
        }

        // Concurrent deliveries of one webhook wait for the same run.
        var key = new ProcessedEventKey(consumer, _optionsName, read.UniqueId);
        var mine = new Lazy<Task<WebhookReceipt>>(() => Task.Run(() => RunAsync(read, key, handler, options, stopping), CancellationToken.None));
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

    // Anybody can send refused deliveries, so only some of them are logged.
    private bool MayWarn()
    {
        var now = _clock.GetUtcNow().UtcTicks;
        var next = Interlocked.Read(ref _nextWarning);
        return now >= next && Interlocked.CompareExchange(ref _nextWarning, now + TimeSpan.TicksPerMinute, next) == next;
    }

    private async Task<WebhookReceipt> RunAsync(
        TEvent received,
        ProcessedEventKey key,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
        ApmWebhookOptions options,
        CancellationToken stopping)
    {
        AsyncServiceScope? scope = null;
        Task? processing = null;
        Task? handling = null;
        var times = options.ForStore(TEvent.Profile);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var token = end.Token;
        try
        {
            var opened = _scopes.CreateAsyncScope();
            scope = opened;

            // A custom store may block, or never end.
            var run = Task.Run(() => ProcessAsync(opened.ServiceProvider), CancellationToken.None);
            processing = run;
            return await run.WaitAsync(times.ProcessWithin, _clock, CancellationToken.None).ConfigureAwait(false) switch
            {
                ProcessedEventResult.Handled => WebhookReceipt.Handled,
                ProcessedEventResult.AlreadyHandled => WebhookReceipt.Repeated,
                _ => WebhookReceipt.Unfinished,
            };
        }
        catch (Exception problem)
        {
            Log(received, handling, problem, stopping);
            return WebhookReceipt.Failed;
        }
        finally
        {
            _running.TryRemove(key, out _);
            if (processing is { IsCompleted: false })
            {
                StoreCall.Observe(processing);
                StoreCall.Observe(end.CancelAsync());
            }

            await DisposeAsync(scope, processing, handling).ConfigureAwait(false);
        }

        Task<ProcessedEventResult> ProcessAsync(IServiceProvider services) =>
            services.GetRequiredService<IProcessedEventStore>().ProcessAsync(key, HandleAsync, times, token);

        // A handler may block before it returns a task.
        async Task HandleAsync(CancellationToken cancellationToken)
        {
            // An abandoned store must not call the handler now, because another delivery may be under way.
            token.ThrowIfCancellationRequested();
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            handling = ended.Task;
            try
            {
                await handler(received, scope!.Value.ServiceProvider, cancellationToken).ConfigureAwait(false);
                ended.SetResult();
            }
            finally
            {
                ended.TrySetCanceled(CancellationToken.None);
            }
        }
    }

    private void Log(TEvent received, Task? handling, Exception problem, CancellationToken stopping)
    {
        var api = TEvent.Profile.Api;
        if (problem is OperationCanceledException && stopping.IsCancellationRequested)
        {
            WebhookLog.Stopped(_logger, api, received);
        }
        else if (problem is EventLeaseLostException)
        {
            WebhookLog.LeaseLost(_logger, api, received);
        }
        else if (handling is null or { IsCompletedSuccessfully: true })
        {
            WebhookLog.NoMemory(_logger, api, problem);
        }
        else
        {
            WebhookLog.Failed(_logger, api, received, problem);
        }
    }

    // An abandoned store, or a handler that ignores its token, still uses the services of the scope.
    private async ValueTask DisposeAsync(AsyncServiceScope? scope, params Task?[] users)
    {
        if (scope is not { } opened)
        {
            return;
        }

        if (users.All(user => user is null or { IsCompleted: true }))
        {
            await DisposeNowAsync().ConfigureAwait(false);
            return;
        }

        _ = DisposeLaterAsync();

        async Task DisposeLaterAsync()
        {
            foreach (var user in users.OfType<Task>())
            {
                await StoreCall.EndOf(user).ConfigureAwait(false);
            }

            await DisposeNowAsync().ConfigureAwait(false);
        }

        async Task DisposeNowAsync()
        {
            try
            {
                await opened.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                WebhookLog.NotDisposed(_logger, TEvent.Profile.Api, problem);
            }
        }
    }
}
