using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>A webhook that can be read from what a gateway sends.</summary>
/// <typeparam name="TSelf">The webhook itself.</typeparam>
public interface IPaymentEvent<TSelf>
    where TSelf : PaymentEvent, IPaymentEvent<TSelf>
{
    /// <summary>How the gateway writes, signs and repeats webhooks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract WebhookProfile Profile { get; }

    /// <summary>Reads a webhook. Whether the gateway sent it, only its signature tells.</summary>
    /// <param name="utf8Json">The raw body. The webhook keeps it.</param>
    /// <exception cref="JsonException">The body is not a JSON object. Nothing else is thrown.</exception>
    static abstract TSelf Parse(ReadOnlyMemory<byte> utf8Json);
}
