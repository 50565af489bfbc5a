using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Apm;

/// <summary>A delivery without a signature, which names a payment. Nothing in it is believed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookPing
{
    private const int MaxIdLength = 200;

    private readonly WebhookProfile _profile;
    private readonly ReadOnlyMemory<byte> _json;
    private readonly IServiceProvider? _services;
    private readonly string? _client;

    private WebhookPing(WebhookProfile profile, ReadOnlyMemory<byte> json, string paymentId, string? client, IServiceProvider? services = null) =>
        (_profile, _json, PaymentId, _services, _client) = (profile, json, paymentId, services, client);

    /// <summary>The id of the payment, which has the form of the gateway's ids.</summary>
    public string PaymentId { get; }

    /// <returns>Null if the delivery names no payment.</returns>
    internal static WebhookPing? Read(WebhookProfile profile, ReadOnlyMemory<byte> body, string? client)
    {
        try
        {
            var json = EventContent.Json(profile, body);
            return EventContent.PaymentIn(EventContent.Parse(json.Span), profile) is { Length: <= MaxIdLength } id
                ? new WebhookPing(profile, json, id, client)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal WebhookPing With(IServiceProvider services) => new(_profile, _json, PaymentId, _client, services);

    /// <summary>The client of the merchant to whom the webhooks belong.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <exception cref="InvalidOperationException">No client is registered.</exception>
    public TClient Client<TClient>()
        where TClient : class =>
        (_client is null ? _services!.GetService<TClient>() : _services!.GetKeyedService<TClient>(_client))
            ?? throw new InvalidOperationException(
                $"Webhooks of {_profile.Api} are not signed, so their payments are queried, but no {typeof(TClient).Name} is registered"
                + (_client is null ? "" : $" with the key '{_client}'") + ": register it where AddApmWebhooks is called.");

    /// <summary>The content of the webhook.</summary>
    /// <param name="payment">The queried payment.</param>
    /// <param name="reference">The shop's reference; null if responses do not have it.</param>
    /// <param name="amounts">The money of the payment, what was captured, and what was refunded.</param>
    /// <exception cref="JsonException">The response is about another payment.</exception>
    public EventContent Content(Payment payment, string? reference, params Money?[] amounts)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(amounts);
        return payment.KnownId == PaymentId
            ? EventContent.OfPing(_profile, _json, payment, reference, amounts)
            : throw new JsonException("The response to the query of a payment is about another payment.");
    }

    /// <summary>The name of the type. The id is withheld.</summary>
    public override string ToString() => nameof(WebhookPing);
}
