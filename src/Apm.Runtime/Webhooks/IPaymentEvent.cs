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
}
