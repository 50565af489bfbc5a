using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>A webhook type that can be read from the body of a delivery.</summary>
/// <typeparam name="TSelf">The webhook type.</typeparam>
public interface IPaymentEvent<TSelf>
    where TSelf : PaymentEvent, IPaymentEvent<TSelf>
{
    /// <summary>How the gateway writes, signs and repeats webhooks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract WebhookProfile Profile { get; }

    /// <summary>Reads a webhook. It does not check the signature, which alone proves that the gateway sent it.</summary>
    /// <param name="utf8Json">The raw body. The webhook keeps it.</param>
    /// <exception cref="JsonException">The body is not a JSON object. Nothing else is thrown.</exception>
    static abstract TSelf Parse(ReadOnlyMemory<byte> utf8Json);

    /// <summary>Reads a webhook of one of several kinds of deliveries, as <see cref="Parse"/> does.</summary>
    /// <param name="profile">How the delivery is written.</param>
    /// <param name="utf8Json">The raw body. The webhook keeps it.</param>
    /// <exception cref="JsonException">The body is not a JSON object. Nothing else is thrown.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual TSelf Read(WebhookProfile profile, ReadOnlyMemory<byte> utf8Json) => TSelf.Parse(utf8Json);

    /// <summary>Queries the payment that a delivery without a signature names.</summary>
    /// <param name="ping">The delivery.</param>
    /// <param name="cancellationToken">Cancels the query, which changes nothing at the gateway.</param>
    /// <returns>The webhook with the state and the amounts of the payment; null if the gateway does not know the payment.</returns>
    /// <exception cref="ApmException">The query failed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual Task<TSelf?> QueryAsync(WebhookPing ping, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{typeof(TSelf).Name} has no pings.");
}
