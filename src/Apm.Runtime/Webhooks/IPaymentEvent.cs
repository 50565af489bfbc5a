using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>An event that can be read from what a gateway sends.</summary>
/// <typeparam name="TSelf">The event itself.</typeparam>
public interface IPaymentEvent<TSelf>
    where TSelf : PaymentEvent, IPaymentEvent<TSelf>
{
    /// <summary>How the gateway writes, signs and repeats events.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract WebhookProfile Profile { get; }

    /// <summary>Reads an event. Whether the gateway sent it, only its signature tells.</summary>
    /// <param name="utf8Json">The raw body. The event keeps it.</param>
    /// <exception cref="JsonException">The body is not a JSON object. Nothing else is thrown.</exception>
    static abstract TSelf Parse(ReadOnlyMemory<byte> utf8Json);
}
