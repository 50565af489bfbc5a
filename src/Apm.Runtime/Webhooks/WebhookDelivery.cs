namespace Apm;

/// <summary>One delivery of a gateway.</summary>
/// <param name="Body">The raw body, unchanged. The webhook keeps it.</param>
/// <param name="Signature">The signature header; null if there is none. Several headers of the same name are joined by commas.</param>
/// <param name="ContentType">
/// The header <c>Content-Type</c>; null if there is none. It matters if the gateway describes deliveries by their media types.
/// </param>
public sealed record WebhookDelivery(ReadOnlyMemory<byte> Body, string? Signature = null, string? ContentType = null)
{
    /// <summary>The length of the body. Everything else is withheld.</summary>
    public override string ToString() => $"{nameof(WebhookDelivery)} {{ Length = {Body.Length} }}";
}
