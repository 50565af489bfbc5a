namespace Apm.Specs;

/// <summary>What the gateway tells a shop by itself: where in the body the members stand, how it is signed, what acknowledges it. Dotted paths.</summary>
public sealed record WebhooksModel
{
    /// <summary>Unique for each event: a repeated delivery has the same.</summary>
    public required string Id { get; init; }

    /// <summary>Where the type may be; the first path with a text is read.</summary>
    public required EquatableArray<string> TypePaths { get; init; }

    /// <summary>Tells webhooks about payments from others; null where all are about payments.</summary>
    public WebhookClassificationModel? Classification { get; init; }

    /// <summary>The shop's own reference of the payment.</summary>
    public required string Reference { get; init; }

    /// <summary>ISO 8601; without an offset it is UTC.</summary>
    public string? Timestamp { get; init; }

    public WebhookMoneyModel? Money { get; init; }

    /// <summary>The payment method in the gateway's own words.</summary>
    public string? Method { get; init; }

    /// <summary>The address that answers with the payment.</summary>
    public string? Payment { get; init; }

    public required string MediaType { get; init; }

    public required WebhookSignatureModel Signature { get; init; }

    public required WebhookAcknowledgementModel Acknowledgement { get; init; }

    /// <summary>What types mean that are no statuses; a type that is a status means the same.</summary>
    public required EquatableArray<StatusModel> Types { get; init; }

    /// <summary>The types that have members of their own.</summary>
    public EquatableArray<WebhookEventModel> Events { get; init; }
}

/// <param name="Path">Dotted, from the root of the body.</param>
/// <param name="Payment">The values for webhooks about payments. A webhook without a value is about a payment, too.</param>
public sealed record WebhookClassificationModel(string Path, EquatableArray<string> Payment);

/// <param name="Path">Dotted, from the root of the body.</param>
/// <param name="CurrencyAt">The path of the currency, if <paramref name="Path"/> is the amount alone.</param>
public sealed record WebhookMoneyModel(string Path, MoneyFormatModel Format, string? CurrencyAt);

/// <summary>An HMAC over the raw body with a secret that gateway and shop share.</summary>
/// <param name="Header">The request header that carries it.</param>
public sealed record WebhookSignatureModel(string Header, SignatureForm Form, SignatureAlgorithm Algorithm, SignatureEncoding Encoding);

public enum SignatureForm
{
    /// <summary>Nothing but the signature.</summary>
    Single,

    /// <summary>Several <c>key/hash/signature</c> with commas between them, in any order.</summary>
    KeyedList,
}

public enum SignatureAlgorithm
{
    HmacSha256,
    HmacSha512,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256. For requests and responses only.</summary>
    RsaSha256,
}

public enum SignatureEncoding
{
    Hex,
    Base64,
}

/// <param name="Status">The HTTP status of the response that acknowledges a webhook.</param>
/// <param name="Seconds">For how long the gateway waits for the response.</param>
/// <param name="Days">For how long it repeats a webhook that is not acknowledged; null where that is not known.</param>
public sealed record WebhookAcknowledgementModel(int Status, int Seconds, int? Days);
