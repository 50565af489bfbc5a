namespace Apm.Specs;

/// <summary>The keys of webhooks.</summary>
internal static class WebhookKeys
{
    public static readonly SpecKeySet Webhooks = new(
        "webhooks",
        new("ping", "the path of the payment's id, if the delivery is not signed and only names a payment"),
        new("each", "the path of the notifications, if a delivery is a list of them, such as notifications[].item"),
        new("id", "the path of the webhook's id, or { of: [type, payment.id] } for an id of several members"),
        new("type", "the path of the type of the event, or a list of paths"),
        new("classification", "the path of the classification with its values for payments, such as { at: event.kind, payment: [payment] }"),
        new("reference", "the path of the shop's reference"),
        new("timestamp", "the path of the time of the event, or { at: created, form: unix-seconds }"),
        new("money", "the path and the notation of the money, such as { at: order.amount }"),
        new("method", "the path of the payment method"),
        new("payment", "the path of the URL or the id of the payment, or a list of paths"),
        new("object", "the path of the payment itself, such as data.object"),
        new("media-type", "the media type of the body, such as application/json"),
        new("signature", "the signature of the body, such as { header: Signature, form: single, algorithm: hmac-sha256, encoding: hex }"),
        new("acknowledge", "the response that tells the gateway that the webhook arrived, such as { status: 200, seconds: 10 }"),
        new("types", "states with types that are not statuses, such as 'expired: [request-expired]'"),
        new("results", "webhooks about refunds and captures, such as { refund: { id: refund.id, types: { succeeded: [refunded] } } }"),
        new("events", "types with their members, such as 'tokenCreated: { members: { tokenId: { at: token.id, type: string } } }'"));

    public static readonly SpecKeySet WebhookResults = new(
        "results of webhooks",
        new("refund", "webhooks about refunds, such as { id: refund.id, types: { succeeded: [refunded] } }"),
        new("capture", "webhooks about captures, such as { id: capture.id, types: { succeeded: [captured] } }"));

    public static readonly SpecKeySet WebhookResult = new(
        "a result of webhooks",
        new("id", "the path of the id of the refund or capture"),
        new("at", "the path of the refund or capture itself, such as data.object"),
        new("types", "states with types, such as 'succeeded: [refunded]'; with 'at', a list of types"));

    public static readonly SpecKeySet Classification = new(
        "a classification",
        new("at", "the path of the classification"),
        new("payment", "a list of the values for payments, such as [payment]"));

    public static readonly SpecKeySet WebhookEvent = new(
        "a type of webhook",
        new("when", "the members by which a webhook without a type is recognized, such as { event.token: present }"),
        new("summary", "one sentence about the webhook"),
        new("members", "names with paths and types, such as 'tokenId: { at: token.id, type: string }'"));

    public static readonly SpecKeySet WebhookMember = new(
        "a member of a webhook",
        new("at", "the path of the member, or a list of paths"),
        new("type", "string, integer, boolean, money, timestamp or date"),
        new("currency-at", "the path of the member with the currency, if the member is the amount alone"),
        new("summary", "one sentence about the member"));

    public static readonly SpecKeySet WebhookMoney = new(
        "money",
        [
            new("at", "the path of the money"),
            new("currency-at", "the path of the member with the currency, if 'at' is the amount alone"),
            .. SpecKeys.Money.Keys,
        ]);

    public static readonly SpecKeySet Signature = new(
        "a signature",
        new("header", "the name of a request header, such as Signature"),
        new("at", "the path of a signature in the body, such as data.signature"),
        new("form", "single, list, keyed-list for key/hash/signature, or timestamped for t=…,v1=…, each with commas between several"),
        new("prefix", "the text before each signature, such as sha256="),
        new("time", "the name of the time in the header, such as t"),
        new("value", "the name of a signature in the header, such as v1"),
        new("tolerance", "the number of seconds that a delivery can be old, such as 300"),
        new("over", "a text with {body}, such as '{time}.{body}', or a list of the paths of members that are signed, such as [id, amount]"),
        new("join", "the text between the members that are signed, such as ':'"),
        new("key", "text, hex or base64"),
        new("algorithm", "hmac-sha256, hmac-sha512 or rsa-sha256"),
        new("encoding", "hex or base64"));

    public static readonly SpecKeySet WebhookId = new("an id", new SpecKey("of", "a list of the paths of members, such as [type, payment.id]"));

    public static readonly SpecKeySet Timestamp = new(
        "a timestamp",
        new("at", "the path of the time"),
        new("form", "unix-seconds, if the time is a number of seconds since 1970"));

    public static readonly SpecKeySet Acknowledge = new(
        "an acknowledgement",
        new("status", "the HTTP status, such as 200"),
        new("body", "the text of the response, such as [accepted]"),
        new("seconds", "the number of seconds that the gateway waits for the response, such as 10"),
        new("days", "the number of days for which the gateway repeats a webhook that is not acknowledged, such as 7"));

    public static readonly SpecKeySet MethodWebhooks = new(
        "a method's webhooks",
        new SpecKey("events", "types of webhooks, such as 'tokenCreated: { when: { order.save: true }, members: [tokenId] }'"),
        new SpecKey("types", "states with those of the types of webhooks that have another state for this method, such as 'authorized: [captured]'"));

    public static readonly SpecKeySet MethodEvent = new(
        "a webhook of a method",
        new("when", "fields of the request with the values that they must have, such as { order.save: true }"),
        new("members", "a list of members of the type, such as [tokenId]"));
}
