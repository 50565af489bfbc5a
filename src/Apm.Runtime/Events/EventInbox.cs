using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Apm;

/// <summary>
/// Takes what a gateway delivers: checks the signature, reads the event, and has it handled unless that is done already.
/// <c>services.AddApmEvents</c> registers it.
/// </summary>
/// <remarks>
/// A handler is called until it succeeds, and then no more while the event is remembered. Within one instance, one
/// event is handled by one handler at a time, unless one goes on after <see cref="ApmEventOptions.HandleWithin"/>. Over several instances that share a cache, that is so but for deliveries
/// of one event at the very same moment, and but for events that the cache lost: what a handler changes should bear to
/// be done twice, as by a unique key on <see cref="PaymentEvent.UniqueId"/> in the transaction that it writes.
/// </remarks>
/// <typeparam name="TEvent">The generated event.</typeparam>
public sealed class EventInbox<TEvent>
    where TEvent : PaymentEvent, IPaymentEvent<TEvent>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<EventReceipt>>> _running = new(StringComparer.Ordinal);
    private readonly EventMemory _memory;
    private readonly IOptionsMonitor<ApmEventOptions> _options;
    private readonly string _optionsName;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private long _nextWarning;

    internal EventInbox(IDistributedCache cache, IOptionsMonitor<ApmEventOptions> options, string optionsName, ILogger logger, TimeProvider clock)
    {
        _memory = new EventMemory(cache);
        _options = options;
        _optionsName = optionsName;
        _logger = logger;
        _clock = clock;
    }

    /// <summary>How events are taken; the values may change while the program runs, and remain where a change breaks them.</summary>
    public ApmEventOptions Options => _options.Get(_optionsName);

    /// <summary>Takes one delivery. It does not throw: what a handler throws is logged, and the delivery is <see cref="EventReceipt.Failed"/>.</summary>
    /// <param name="body">The raw body, as it came; the event keeps it.</param>
    /// <param name="signature">The signature header; null where there is none. Several of one name are joined by commas.</param>
    /// <param name="handler">What the shop does with the event. Its token is cancelled when the shop stops, or after <see cref="ApmEventOptions.HandleWithin"/>; not because the gateway stops waiting.</param>
    /// <param name="stopping">The shop stops.</param>
    /// <returns>Within <see cref="ApmEventOptions.AnswerWithin"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public async Task<EventReceipt> ReceiveAsync(ReadOnlyMemory<byte> body, string? signature, Func<TEvent, CancellationToken, Task> handler, CancellationToken stopping = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var options = Options;
        var receipt = await ReceiveAsync(body, signature, handler, options, stopping).ConfigureAwait(false);
        ApmTelemetry.Events.Add(1, new("apm.api", TEvent.Profile.Api), new("apm.event.receipt", receipt.ToString()));
        return receipt;
    }

    private async Task<EventReceipt> ReceiveAsync(ReadOnlyMemory<byte> body, string? signature, Func<TEvent, CancellationToken, Task> handler, ApmEventOptions options, CancellationToken stopping)
    {
        if (body.Length > options.MaxBodyBytes)
        {
            if (MayWarn())
            {
                EventLog.TooLarge(_logger, TEvent.Profile.Api, options.MaxBodyBytes);
            }

            return EventReceipt.TooLarge;
        }

        if (!EventSignature.IsRight(TEvent.Profile, [.. options.Keys], signature, body.Span))
        {
            if (MayWarn())
            {
                EventLog.WrongSignature(_logger, TEvent.Profile.Api, string.IsNullOrEmpty(signature) ? "missing" : "wrong");
            }

            return EventReceipt.WrongSignature;
        }

        TEvent read;
        try
        {
            read = TEvent.Parse(body);
        }
        catch (JsonException)
        {
            EventLog.Unreadable(_logger, TEvent.Profile.Api, body.Length, Convert.ToHexString(SHA256.HashData(body.Span)));
            return EventReceipt.Unreadable;
        }

        // Deliveries of one event that come while it is being handled wait for the same end.
        var key = $"apm-events:{_optionsName}:{read.UniqueId}";
        var mine = new Lazy<Task<EventReceipt>>(() => Task.Run(() => RunAsync(read, key, handler, options, stopping), CancellationToken.None));
        var running = _running.GetOrAdd(key, mine);
        try
        {
            var receipt = await running.Value.WaitAsync(options.AnswerWithinOf(TEvent.Profile), _clock, CancellationToken.None).ConfigureAwait(false);
            return receipt == EventReceipt.Handled && running != mine ? EventReceipt.Repeated : receipt;
        }
        catch (TimeoutException)
        {
            return EventReceipt.Unfinished;
        }
    }

    // Anybody can send what is refused, so that not each is worth a line.
    private bool MayWarn()
    {
        var now = _clock.GetUtcNow().UtcTicks;
        var next = Interlocked.Read(ref _nextWarning);
        return now >= next && Interlocked.CompareExchange(ref _nextWarning, now + TimeSpan.TicksPerMinute, next) == next;
    }

    private async Task<EventReceipt> RunAsync(TEvent received, string key, Func<TEvent, CancellationToken, Task> handler, ApmEventOptions options, CancellationToken stopping)
    {
        try
        {
            var (claim, otherwise) = await _memory.ClaimAsync(key, options.HandleWithin).ConfigureAwait(false);
            return claim is null ? otherwise : await HandleAsync(received, key, claim, handler, options, stopping).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            EventLog.NoMemory(_logger, TEvent.Profile.Api, problem);
            return EventReceipt.Failed;
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private async Task<EventReceipt> HandleAsync(TEvent received, string key, byte[] claim, Func<TEvent, CancellationToken, Task> handler, ApmEventOptions options, CancellationToken stopping)
    {
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            try
            {
                // A handler may ignore its token, or block: it holds up no later delivery.
                await Task.Run(() => handler(received, end.Token), CancellationToken.None).WaitAsync(options.HandleWithin, _clock, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                await end.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            EventLog.Stopped(_logger, TEvent.Profile.Api, received);
            await _memory.ReleaseAsync(key, claim).ConfigureAwait(false);
            return EventReceipt.Failed;
        }
        catch (Exception problem)
        {
            EventLog.Failed(_logger, TEvent.Profile.Api, received, problem);
            await _memory.ReleaseAsync(key, claim).ConfigureAwait(false);
            return EventReceipt.Failed;
        }

        try
        {
            await _memory.RememberAsync(key, options.RememberForOf(TEvent.Profile)).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // The shop has done its part: acknowledged, the event does not come again.
            EventLog.NoMemory(_logger, TEvent.Profile.Api, problem);
        }

        return EventReceipt.Handled;
    }
}
