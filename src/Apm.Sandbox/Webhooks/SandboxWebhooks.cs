using System.Threading.Channels;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>
/// The webhooks of the gateway. A server delivers them to the shop's address, and repeats those that the shop does not
/// acknowledge. In process, a test takes a webhook from <see cref="All"/> and delivers it.
/// </summary>
public sealed class SandboxWebhooks
{
    private readonly object _lock = new();
    private readonly SandboxWebhookOptions _options;
    private readonly TimeProvider _clock;
    private readonly List<SandboxWebhook> _all = [];
    private readonly List<SandboxWebhook> _held = [];
    private readonly List<WebhookBody> _combined = [];
    private readonly Channel<SandboxWebhook> _due = Channel.CreateUnbounded<SandboxWebhook>();
    private int _duplicates;
    private int _heldUntil;
    private int _combinedUntil;

    internal SandboxWebhooks(SandboxWebhookOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        if (options.Keys.Count == 0
            || options.Keys.Any(key => key.Key.Length == 0 || key.Key.AsSpan().IndexOfAny(", /") >= 0 || string.IsNullOrEmpty(key.Value)))
        {
            throw new ArgumentException(
                "There must be at least one key for signatures. An id must not contain a blank, a comma or a slash, and a secret must not be empty.",
                nameof(options));
        }

        if (options.Url is { } url)
        {
            SendTo(url);
        }
    }

    /// <summary>The secrets for signatures, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Keys => _options.Keys;

    /// <summary>The keys with which a shop checks the signatures of an API, by their ids: secrets, or public keys.</summary>
    /// <param name="api">The API.</param>
    /// <exception cref="ArgumentException">The API has no webhooks.</exception>
    public IReadOnlyDictionary<string, string> KeysOf(ApiModel api)
    {
        ArgumentNullException.ThrowIfNull(api);
        return api.Webhooks is { } webhooks
            ? webhooks.HasOnlyPings ? new Dictionary<string, string>() : WebhookKeys.OfShop(webhooks.Signature, Keys)
            : throw new ArgumentException("The API has no webhooks.", nameof(api));
    }

    /// <summary>The shop's address for webhooks of a server; null for none.</summary>
    public Uri? Url { get; private set; }

    /// <summary>All webhooks, the oldest first, whether or not they were sent.</summary>
    public IReadOnlyList<SandboxWebhook> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    internal ChannelReader<SandboxWebhook> Due => _due.Reader;

    internal SandboxWebhookOptions Options => _options;

    /// <summary>Sets the address for all further webhooks.</summary>
    /// <param name="url">The shop's endpoint.</param>
    /// <exception cref="ArgumentException">It is not an absolute http or https address.</exception>
    public void SendTo(Uri url)
    {
        SandboxWebhookOptions.RequireHttp(url);
        Url = url;
    }

    /// <summary>Delivers the next webhook several times, even if the shop acknowledges it.</summary>
    /// <param name="times">The number of additional deliveries.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below 1.</exception>
    public void DuplicateNext(int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_lock)
        {
            _duplicates = times;
        }
    }

    /// <summary>Holds the next webhooks back until all of them exist, and delivers them in reverse order.</summary>
    /// <param name="count">The number of webhooks.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    public void ReorderNext(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        lock (_lock)
        {
            _heldUntil = count;
        }
    }

    /// <summary>Delivers a webhook once more.</summary>
    /// <param name="event">A webhook from <see cref="All"/>.</param>
    public void Repeat(SandboxWebhook @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        _due.Writer.TryWrite(@event);
    }

    /// <summary>Puts the next notifications into one delivery, if the API has several in a delivery.</summary>
    /// <param name="count">The number of notifications.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    public void CombineNext(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        lock (_lock)
        {
            _combinedUntil = count;
        }
    }

    /// <summary>Creates a webhook about a change of a payment, and a ping. The caller must hold the lock of the store.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="type">The type; null if the gateway has none for the change.</param>
    /// <param name="amount">The amount of the change.</param>
    internal void Tell(PaymentRecord payment, StatusModel? type, long amount)
    {
        if (payment.Api.Webhooks is { } webhooks)
        {
            if (type is not null && !webhooks.HasOnlyPings)
            {
                Tell(payment, type.Status, new WebhookBody(payment, _clock.GetUtcNow()).WithPayment().WithType(type).WithMoney(amount));
            }

            Ping(payment, webhooks);
        }
    }

    /// <summary>Creates a webhook about a refund or a capture, and a ping. The caller must hold the lock of the store.</summary>
    internal void Tell(PaymentRecord payment, ToldResult result, long amount)
    {
        if (payment.Api.Webhooks is not { } webhooks)
        {
            return;
        }

        if (webhooks.Results.FirstOrDefault(known => known.Kind == result.Kind) is { } model
            && (model.At is null || result.Record is not null)
            && model.Types.FirstOrDefault(type => model.At is not null || type.State == result.State) is { } type)
        {
            Tell(payment, type.Type, new WebhookBody(payment, _clock.GetUtcNow()).WithResult(model, type, result).WithMoney(amount));
        }

        Ping(payment, webhooks);
    }

    /// <summary>
    /// Creates a webhook with the outcome of a refund or capture that the gateway only acknowledges. The caller must hold the lock of the
    /// store.
    /// </summary>
    /// <returns>The id of the acknowledgement, which the webhook has.</returns>
    internal string TellAccepted(OperationModel operation, PaymentRecord payment, long amount)
    {
        var id = RandomToken.Text(12);
        ResultKind? kind = operation.Id switch
        {
            OperationId.Refund or OperationId.PartialRefund => ResultKind.Refund,
            OperationId.Settle or OperationId.PartialSettle => ResultKind.Capture,
            _ => null,
        };
        if (kind is { } known && amount != 0)
        {
            Tell(payment, new ToldResult(known, id, ResultState.Succeeded, null), amount);
        }

        return id;
    }

    /// <summary>Creates a webhook that a successful payment causes. The caller must hold the lock of the store.</summary>
    internal void Tell(PaymentRecord payment, MethodEventModel caused) =>
        Tell(payment, caused.Type, new WebhookBody(payment, _clock.GetUtcNow()).WithPayment().WithDetails(caused));

    private void Ping(PaymentRecord payment, WebhooksModel webhooks)
    {
        if (webhooks.Ping is { } ping)
        {
            Add(new SandboxWebhook(
                "",
                "",
                payment.Reference,
                WebhookBody.Ping(ping, payment.Id),
                ping.MediaType,
                ("", static () => ""),
                ping.Acknowledgement.Status,
                TimeSpan.FromSeconds(ping.Acknowledgement.Seconds)));
        }
    }

    private void Tell(PaymentRecord payment, string type, WebhookBody written)
    {
        var events = payment.Api.Webhooks!;
        var keys = WebhookKeys.OfGateway(events.Signature, Keys);
        written.Sign(keys);
        List<WebhookBody> together = [written];
        if (events.Each is not null)
        {
            lock (_lock)
            {
                _combined.Add(written);
                if (_combined.Count < _combinedUntil)
                {
                    return;
                }

                together = [.. _combined];
                _combined.Clear();
                _combinedUntil = 0;
            }
        }

        var (how, body) = (events.Signature, WebhookBody.ToUtf8(events, together));
        Add(new SandboxWebhook(
            together[0].Id,
            type,
            payment.Reference,
            body,
            events.MediaType,
            (how.Header ?? "", () => how.Header is null ? "" : WebhookSigner.Sign(how, keys, body, WebhookSigner.TimeOf(_clock.GetUtcNow()))),
            events.Acknowledgement.Status,
            TimeSpan.FromSeconds(events.Acknowledgement.Seconds)));
    }

    private void Add(SandboxWebhook told)
    {
        lock (_lock)
        {
            _all.Add(told);
            if (Url is null)
            {
                return;
            }

            _held.Add(told);
            _held.AddRange(Enumerable.Repeat(told, _duplicates));
            _duplicates = 0;
            if (_held.Distinct().Count() >= _heldUntil)
            {
                _held.Reverse();
                _held.ForEach(Repeat);
                _held.Clear();
                _heldUntil = 0;
            }
        }
    }
}
