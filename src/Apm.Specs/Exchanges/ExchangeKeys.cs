namespace Apm.Specs;

/// <summary>Every key of a file of recorded exchanges.</summary>
internal static class ExchangeKeys
{
    private const string Address = "the path of the address, such as /payments/P-1/refunds";

    public static readonly SpecKeySet File = new(
        "a file of exchanges",
        new("exchanges", "the id of a method with its API, such as my-gateway/2024-01-31/my_wallet, or of an API for its webhooks"),
        new("recorded", "a list of exchanges, such as '- { name: a payment, operation: pay, … }'"));

    private static readonly SpecKey[] s_step =
    [
        new("operation", "the id of an operation, such as pay, query or refund"),
        new("webhook", "the headers and the body of a webhook"),
        new("request", "the headers and the body of the request, such as { body: { … } }"),
        new("refused", "where the request breaks the spec, and why, such as { at: [$.value.currency], because: the page lists EUR only }"),
        new("response", "the status, the headers and the body of the response, such as { status: 201, body: { … } }"),
        new("read", "what must be read, such as { id: P-1, status: pending, state: pending }"),
    ];

    public static readonly SpecKeySet Exchange = new(
        "an exchange",
        [
            new("name", "a few words that no other exchange of the file has"),
            new("source", "the page that shows the exchange, such as { url: https://docs.example.com, example: Payment request }"),
            new("steps", "a list of steps, if there are several, such as a payment and its refund"),
            .. s_step,
        ]);

    public static readonly SpecKeySet Step = new("a step", s_step);

    public static readonly SpecKeySet Source = new(
        "a source",
        new("url", "a URL, such as https://docs.example.com"),
        new("example", "the place of the published example, such as Payment request; leave it out if the page has no example of this exchange"),
        new("updated", "the date on the page, such as 2024-01-31"));

    public static readonly SpecKeySet Request = new(
        "a request",
        new("get", Address),
        new("post", Address),
        new("put", Address),
        new("patch", Address),
        new("delete", Address),
        new("headers", "names with values, such as { Idempotency-Key: key-1 }"),
        new("body", "the JSON body, such as { order: { id: A-1 } }"),
        new("form", "form fields with their values, such as { 'order[id]': A-1 }"));

    public static readonly SpecKeySet Response = new(
        "a response",
        new("status", "the HTTP status, such as 201"),
        new("headers", "names with values, such as { Retry-After: 5 }"),
        new("body", "the JSON body, such as { id: P-1, status: pending }"),
        new("text", "a body that is not JSON"));

    public static readonly SpecKeySet Webhook = new(
        "a webhook",
        new("headers", "names with values, such as { Content-Type: application/json }"),
        new("keys", "ids with secrets of the signature, such as { '1': secret }"),
        new("body", "the JSON body, such as { id: E-1, type: settled }"),
        new("form", "form fields with their values, such as { id: P-1 }"));

    public static readonly SpecKeySet Refused = new(
        "a refusal",
        new("at", "JSON paths, such as [$.order.value.currency]"),
        new("because", "the rule that the request breaks, and where it is stated"));

    public static readonly SpecKeySet Read = new(
        "what is read",
        new("id", "the id of the payment, or of the webhook"),
        new("status", "the gateway's status"),
        new("state", SpecKeys.States),
        new("self", "the link or the id by which the payment is queried"),
        new("redirect", "the address to which the customer is sent"),
        new("qr-code", "what the customer is shown"),
        new("next", "what the customer does next, such as { is: voucher, number: 123 }"),
        new("operations", "a list of the operations that the payment offers now, such as [refund]"),
        new("members", "further members by their paths or names in the spec, such as { fee: 12.34 HKD }"),
        new("error", "the name of the error"),
        new("code", string.Join(", ", KebabCase.Ids<ErrorKind>())),
        new("message", "the message of the error"),
        new("errors", "the details of the error, such as [{ at: $.order.id, name: tooLong }]"),
        new("type", "the type of the webhook"),
        new("classification", "the classification of the webhook"),
        new("timestamp", "the time of the webhook in UTC, such as 2024-01-31T10:00:00Z"),
        new("reference", "the shop's reference in the webhook"),
        new("payment", "the id of the payment in the webhook"),
        new("method", "the method in the webhook"),
        new("value", "the amount of the payment or of the webhook, such as 12.34 HKD"),
        new("captured", "the amount that was captured so far, such as 12.34 HKD"),
        new("refunded", "the amount that was refunded so far, such as 12.34 HKD"),
        new("each", "what is read from each notification of a webhook, such as [{ id: E-1, state: paid }]"),
        new("object", "what is read from the payment in a webhook, such as { id: P-1, status: captured, state: paid }"),
        new("result", "what is read if the response or the webhook is not about the payment, such as { id: R-1, status: queued, state: pending }"));

    public static readonly SpecKeySet Next = new(
        "an action that is read",
        [
            new("is", "redirect, app-link, qr-code, voucher, bank-details, wait or unknown"),
            new("name", "the gateway's name of the action"),
            .. ResponseKeys.NextAction.Keys.Where(key => key.Name is not ("is" or "fields" or "method"))
                .Select(key => new SpecKey(key.Name, "the value of the member")),
            new("method", "GET or POST"),
            new("fields", "the fields of the form, such as { token: abc }"),
        ]);

    public static readonly SpecKeySet Result = new(
        "a result that is read",
        new("id", "the id of the refund, the capture or the acknowledgement"),
        new("status", "the gateway's status"),
        new("state", "pending, succeeded, failed, cancelled or unknown"),
        new("value", "the amount, such as 12.34 HKD"),
        new("payment", "the payment's id"),
        new("members", "further members by their paths in the spec, such as { reason: damaged }"));

    public static readonly SpecKeySet ErrorDetail = new(
        "a detail of an error",
        new("at", "the JSON path of the field, such as $.order.id"),
        new("name", "the gateway's name for what is wrong"),
        new("message", "the gateway's message"));
}
