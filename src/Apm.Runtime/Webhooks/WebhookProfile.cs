using System.ComponentModel;

namespace Apm;

/// <summary>How a gateway writes, signs and repeats webhooks. Generated webhooks hold one. Dotted paths; null if the gateway has no such member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookProfile
{
    /// <summary>The API's id for messages and telemetry, such as <c>acme/2024-01-01</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The webhook's id.</summary>
    public required string Id { get; init; }

    /// <summary>What happened.</summary>
    public required string Type { get; init; }

    /// <summary>The shop's own reference of the payment.</summary>
    public string? Reference { get; init; }

    /// <summary>When it happened.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The money of the webhook.</summary>
    public string? Money { get; init; }

    /// <summary>How <see cref="Money"/> is written.</summary>
    public MoneyFormat? MoneyFormat { get; init; }

    /// <summary>The payment method.</summary>
    public string? Method { get; init; }

    /// <summary>The link to query the payment.</summary>
    public string? Payment { get; init; }

    /// <summary>The request header that carries the signature.</summary>
    public required string SignatureHeader { get; init; }

    /// <summary>How the header is written.</summary>
    public required WebhookSignatureForm SignatureForm { get; init; }

    /// <summary>How the signature is made.</summary>
    public required WebhookSignatureAlgorithm SignatureAlgorithm { get; init; }

    /// <summary>How its bytes become text.</summary>
    public required WebhookSignatureEncoding SignatureEncoding { get; init; }

    /// <summary>The HTTP status that acknowledges a webhook.</summary>
    public required int AcknowledgeStatus { get; init; }

    /// <summary>For how long the gateway waits for it.</summary>
    public required TimeSpan AcknowledgeWithin { get; init; }

    /// <summary>For how long the gateway repeats what nobody acknowledged; null if that is not known.</summary>
    public TimeSpan? RepeatedFor { get; init; }
}

/// <summary>How a signature header is written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookSignatureForm
{
    /// <summary>Nothing but the signature.</summary>
    Single,

    /// <summary>Several <c>key/hash/signature</c> with commas between them, in any order.</summary>
    KeyedList,
}

/// <summary>How a signature is made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookSignatureAlgorithm
{
    /// <summary>HMAC with SHA-256; <c>SHA256</c> in a keyed list.</summary>
    HmacSha256,

    /// <summary>HMAC with SHA-512; <c>SHA512</c> in a keyed list.</summary>
    HmacSha512,
}

/// <summary>How the bytes of a signature become text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookSignatureEncoding
{
    /// <summary>Hexadecimal digits, small or capital.</summary>
    Hex,

    /// <summary>Base64 with padding.</summary>
    Base64,
}
