namespace Apm.Specs;

/// <summary>What the gateway tells a shop by itself: where in the body the members stand, how it is signed, what acknowledges it. Dotted paths.</summary>
public sealed record WebhooksModel
{
    /// <summary>Deliveries that only name a payment; null where there are none.</summary>
    public PingModel? Ping { get; init; }

    /// <summary>Whether every delivery is a ping, so that all other members have no meaning.</summary>
    public bool HasOnlyPings { get; init; }

    /// <summary>Deliveries with other media types. The types and their members are those of the first.</summary>
    public EquatableArray<WebhooksModel> Others { get; init; }

    /// <summary>The path of the notifications of a delivery, with <c>[]</c> for all items; null where a delivery is one notification. Other
    /// paths begin within a notification.</summary>
    public string? Each { get; init; }

    /// <summary>Unique for each event: a repeated delivery has the same.</summary>
    public string Id => IdPaths[0];

    /// <summary>The paths of the parts of the id, which has <c>:</c> between them; one path for an id that is a member.</summary>
    public required EquatableArray<string> IdPaths { get; init; }

    /// <summary>Where the type may be; the first path with a text is read.</summary>
    public required EquatableArray<string> TypePaths { get; init; }

    /// <summary>Tells webhooks about payments from others; null where all are about payments.</summary>
    public WebhookClassificationModel? Classification { get; init; }

    /// <summary>The shop's own reference of the payment; null where webhooks have only the gateway's id.</summary>
    public string? Reference { get; init; }

    /// <summary>ISO 8601; without an offset it is UTC.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Whether the timestamp is a number of seconds since 1970.</summary>
    public bool IsUnixTimestamp { get; init; }

    public WebhookMoneyModel? Money { get; init; }

    /// <summary>The payment method in the gateway's own words.</summary>
    public string? Method { get; init; }

    /// <summary>Where the value is by which the payment is queried: its address or its id. The first that can be one is read.</summary>
    public EquatableArray<string> PaymentPaths { get; init; }

    /// <summary>The payment itself, which is read as in a response; null where webhooks do not contain it.</summary>
    public string? Object { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Whether bodies are forms, in which numbers and booleans are texts.</summary>
    public bool IsForm => MediaType.Equals(FormText.MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>How webhooks write money.</summary>
    public MoneyFormatModel MoneyFormat(ApiModel api)
    {
        var format = Money?.Format ?? api.Money;
        return !IsForm ? format : format with
        {
            Notation = format.Notation switch
            {
                MoneyNotation.MinorUnits => MoneyNotation.MinorUnitsString,
                MoneyNotation.DecimalNumber => MoneyNotation.DecimalString,
                var text => text,
            },
        };
    }

    public required WebhookSignatureModel Signature { get; init; }

    public required WebhookAcknowledgementModel Acknowledgement { get; init; }

    /// <summary>What types mean that are no statuses; a type that is a status means the same.</summary>
    public required EquatableArray<StatusModel> Types { get; init; }

    /// <summary>Webhooks about refunds and captures.</summary>
    public EquatableArray<WebhookResultModel> Results { get; init; }

    /// <summary>The types that have members of their own.</summary>
    public EquatableArray<WebhookEventModel> Events { get; init; }
}

/// <summary>A delivery that is not signed and only names a payment, which is then queried.</summary>
/// <param name="Path">The path of the payment's id.</param>
public sealed record PingModel(string Path, string MediaType, WebhookAcknowledgementModel Acknowledgement)
{
    public bool IsForm => MediaType.Equals(FormText.MediaType, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Path">Dotted, from the root of the body.</param>
/// <param name="Payment">The values for webhooks about payments. A webhook without a value is about a payment, too.</param>
public sealed record WebhookClassificationModel(string Path, EquatableArray<string> Payment);

/// <param name="Path">Dotted, from the root of the body.</param>
/// <param name="CurrencyAt">The path of the currency, if <paramref name="Path"/> is the amount alone.</param>
public sealed record WebhookMoneyModel(string Path, MoneyFormatModel Format, string? CurrencyAt);

/// <param name="Status">The HTTP status of the response that acknowledges a webhook.</param>
/// <param name="Seconds">For how long the gateway waits for the response. Where that is not known, ten seconds.</param>
/// <param name="Days">For how long it repeats a webhook that is not acknowledged; null where that is not known.</param>
public sealed record WebhookAcknowledgementModel(int Status, int Seconds, int? Days)
{
    /// <summary>The text of the response; null where none is needed.</summary>
    public string? Body { get; init; }
}
