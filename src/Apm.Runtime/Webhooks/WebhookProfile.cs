using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Apm;

/// <summary>How a gateway writes, signs and repeats webhooks. Generated types create it. Paths are dotted; null if the gateway has no such member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookProfile
{
    /// <summary>The API's id for messages and telemetry, such as <c>acme/2024-01-01</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The path of the notifications, if a delivery is a list of them; null if it is one. Other paths begin within a notification.</summary>
    public string? Each { get; init; }

    /// <summary>The path of the webhook's id.</summary>
    public required string Id { get; init; }

    /// <summary>Further parts of the id, which follow the first one with <c>:</c> between them.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>The path of the type, which states what happened.</summary>
    public required string Type { get; init; }

    /// <summary>Further paths of the type, which are read if there is no text at the first one.</summary>
    public IReadOnlyList<string> OtherTypes { get; init; } = [];

    /// <summary>Types of webhooks that the gateway sends without a type.</summary>
    public IReadOnlyList<InferredWebhookType> InferredTypes { get; init; } = [];

    /// <summary>The path of the classification, which tells webhooks about payments from others; null if all are about payments.</summary>
    public string? Classification { get; init; }

    /// <summary>The classifications of webhooks about payments.</summary>
    public IReadOnlyList<string> PaymentClassifications { get; init; } = [];

    /// <summary>The path of the shop's own reference of the payment.</summary>
    public string? Reference { get; init; }

    /// <summary>The path of the time at which the event happened.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Whether the time is a number of seconds since 1970.</summary>
    public bool IsUnixTimestamp { get; init; }

    /// <summary>The path of the money.</summary>
    public string? Money { get; init; }

    /// <summary>The path of the currency, if <see cref="Money"/> is the amount alone.</summary>
    public string? MoneyCurrency { get; init; }

    /// <summary>How <see cref="Money"/> is written.</summary>
    public MoneyFormat? MoneyFormat { get; init; }

    /// <summary>The path of the payment method.</summary>
    public string? Method { get; init; }

    /// <summary>The path of the link or the id by which the payment is queried.</summary>
    public string? Payment { get; init; }

    /// <summary>Further paths of it. The first value that can be one is read.</summary>
    public IReadOnlyList<string> OtherPayments { get; init; } = [];

    /// <summary>A regular expression for ids of payments; null if <see cref="Payment"/> is a link, or the form of ids is not known.</summary>
    public string? PaymentPattern { get; init; }

    /// <summary>The path of the payment itself, which is read as in a response.</summary>
    public string? Object { get; init; }

    /// <summary>The webhooks about refunds; null if there are none.</summary>
    public WebhookResults<RefundState>? Refunds { get; init; }

    /// <summary>The webhooks about captures; null if there are none.</summary>
    public WebhookResults<CaptureState>? Captures { get; init; }

    /// <summary>Whether a delivery is not signed and only names a payment, at the path <see cref="Payment"/>, which is then queried.</summary>
    public bool IsPing { get; init; }

    /// <summary>How deliveries with other media types are written.</summary>
    public IReadOnlyList<WebhookProfile> Others { get; init; } = [];

    /// <summary>The description of a delivery by its media type.</summary>
    /// <param name="contentType">The header <c>Content-Type</c>; null if there is none.</param>
    /// <returns>Of several descriptions, the one with the media type, or the first one.</returns>
    public WebhookProfile For(string? contentType)
    {
        if (Others.Count == 0)
        {
            return this;
        }

        var media = contentType?.Split(';')[0].Trim();
        return Others.FirstOrDefault(other => other.MediaType.Equals(media, StringComparison.OrdinalIgnoreCase)) ?? this;
    }

    private Regex? _paymentRegex;

    /// <summary>Whether a text can be the id of a payment.</summary>
    internal bool IsPayment(string text) => PaymentPattern is not { } pattern
        || (_paymentRegex ??= new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)).IsMatch(text);

    /// <summary>The media type of webhooks: JSON, or a form, which is read as a JSON object whose values are texts.</summary>
    public string MediaType { get; init; } = "application/json";

    internal bool IsForm => MediaType.Equals(FormBody.MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the request header with the signature; empty for a signature in the body.</summary>
    public required string SignatureHeader { get; init; }

    /// <summary>The format of the header.</summary>
    public required WebhookSignatureForm SignatureForm { get; init; }

    /// <summary>The algorithm of the signature.</summary>
    public required WebhookSignatureAlgorithm SignatureAlgorithm { get; init; }

    /// <summary>The encoding of the signature's bytes.</summary>
    public required WebhookSignatureEncoding SignatureEncoding { get; init; }

    /// <summary>The path of the signature in the body; null for a signature in a header.</summary>
    public string? SignatureAt { get; init; }

    /// <summary>The text before each signature in the header.</summary>
    public string SignaturePrefix { get; init; } = "";

    /// <summary>The name of the time in a header with a time.</summary>
    public string SignatureTime { get; init; } = "";

    /// <summary>The name of a signature in a header with a time.</summary>
    public string SignatureValue { get; init; } = "";

    /// <summary>How old a delivery with a time can be, and how far in the future its time.</summary>
    public TimeSpan SignatureTolerance { get; init; }

    /// <summary>The signed text, in which <c>{body}</c> stands for the body and <c>{time}</c> for the time; null for the body alone.</summary>
    public string? SignatureOver { get; init; }

    /// <summary>The paths of the members that are signed; empty if the body is signed. An absent member is an empty text.</summary>
    public IReadOnlyList<string> SignatureMembers { get; init; } = [];

    /// <summary>The text between the members that are signed.</summary>
    public string SignatureJoin { get; init; } = "";

    /// <summary>How the text of a secret becomes the key.</summary>
    public WebhookKeyFormat SignatureKey { get; init; }

    /// <summary>The text of the response that acknowledges a webhook; null for none.</summary>
    public string? AcknowledgeBody { get; init; }

    /// <summary>The HTTP status that acknowledges a webhook.</summary>
    public required int AcknowledgeStatus { get; init; }

    /// <summary>How long the gateway waits for the acknowledgement.</summary>
    public required TimeSpan AcknowledgeWithin { get; init; }

    /// <summary>How long the gateway repeats a webhook that is not acknowledged; null if that time is not known.</summary>
    public TimeSpan? RepeatedFor { get; init; }
}

/// <summary>The format of a signature header.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookSignatureForm
{
    /// <summary>The signature only.</summary>
    Single,

    /// <summary>Several <c>key/hash/signature</c> entries, separated by commas, in any order.</summary>
    KeyedList,

    /// <summary>Several signatures, separated by commas.</summary>
    List,

    /// <summary>Names with values, separated by commas: a time in seconds since 1970, and one or more signatures.</summary>
    Timestamped,
}

/// <summary>The algorithm of a signature.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookSignatureAlgorithm
{
    /// <summary>HMAC with SHA-256; <c>SHA256</c> in a keyed list.</summary>
    HmacSha256,

    /// <summary>HMAC with SHA-512; <c>SHA512</c> in a keyed list.</summary>
    HmacSha512,

    /// <summary>RSA with SHA-256 and PKCS #1 v1.5 padding.</summary>
    RsaSha256,
}

/// <summary>The encoding of the bytes of a signature.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookSignatureEncoding
{
    /// <summary>Hexadecimal digits in upper or lower case.</summary>
    Hex,

    /// <summary>Base64 with padding.</summary>
    Base64,
}

/// <summary>How the text of a secret becomes the key of an HMAC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookKeyFormat
{
    /// <summary>As UTF-8.</summary>
    Text,

    /// <summary>Hexadecimal digits.</summary>
    Hex,

    /// <summary>Base64 with padding.</summary>
    Base64,
}
