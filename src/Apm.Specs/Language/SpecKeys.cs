namespace Apm.Specs;

/// <param name="Hint">What the value must be, to follow “must be”.</param>
internal sealed record SpecKey(string Name, string Hint);

/// <param name="What">What has these keys, with its article.</param>
internal sealed record SpecKeySet(string What, params SpecKey[] Keys)
{
    private readonly HashSet<string> _names = new(Keys.Select(key => key.Name), StringComparer.Ordinal);

    public IReadOnlyList<string> Names { get; } = [.. Keys.Select(key => key.Name)];

    public bool Has(string name) => _names.Contains(name);

    public string Hint(string name) => Keys.First(key => key.Name == name).Hint;
}

/// <summary>The keys of the language, but for those of responses and webhooks.</summary>
internal static class SpecKeys
{
    public const string States = "pending, authorized, paid, failed, cancelled, expired, refund-pending, refunded, disputed or unknown";

    private const string ResultKinds = "payment, refund, capture, acknowledgement or nothing";

    public static readonly SpecKeySet Api = new(
        "an API file",
        new("api", "gateway and version, such as my-gateway/2024-01-31"),
        new("name", "the display name of the API, such as My Gateway Payments"),
        new("client", "the C# name of the client, such as MyGatewayClient"),
        new("source", "the documentation that the spec describes, such as { url: https://docs.example.com, updated: 2024-01-31 }"),
        new("hosts", "names with URLs, such as { live: https://api.example.com }"),
        new("authentication", "basic, bearer, { header: X-Api-Key }, { oauth2: … } or { signature: … }"),
        new("merchant", "settings of a merchant, such as 'account: { type: string, required: true }'"),
        new("headers", "names with values, such as { Api-Version: 2024-01-31 }"),
        new("idempotency-header", "the name of a request header, such as Idempotency-Key"),
        new("format", "json or form"),
        new("recovery", "duplicate-reference, query-by-reference, none or { idempotency-key: { header: Idempotency-Key } }"),
        new("money", "the notation of amounts and the names of the members, such as { notation: minor-units, amount: amount, currency: currency }"),
        new("exponents", "currencies with their decimals, such as { CNH: 2 }"),
        new("currencies", "a list of ISO 4217 codes, such as [EUR, USD]"),
        new("lists", "names with lists of values, such as 'eurozone: [AT, BE, DE]'"),
        new("types", "names with objects, such as 'address: { city: { type: string } }'"),
        new("request", "dotted paths with fields, such as 'order.id: { type: string, required: true }'"),
        new("rules", "a list of rules, such as '- { require: order.token, when: { order.kind: token } }'"),
        new("payment", "the roles of fields, such as { reference: order.id, value: order.amount }"),
        new("operations", "ids with requests, such as 'pay: { post: /payments, status: 201 }'"),
        new("results", "objects other than the payment, such as 'refund: { id: id, status: status, statuses: { pending: [queued] } }'"),
        new("response", "the paths of members of a response, such as { id: id, status: status, self: links.self, href: href }"),
        new("statuses", "states with the gateway's statuses, such as 'paid: [captured, settled]'"),
        new("errors", "the paths of members of an error, such as { name: code, message: message }"),
        new("webhooks", "the paths of members of a webhook with its signature, such as { id: id, type: type, reference: order.id }"));

    public static readonly SpecKeySet Method = new(
        "a method file",
        new("apm", "the method's id, such as my_wallet"),
        new("name", "the display name of the method, such as MyWallet"),
        new("api", "the id of an API file, such as my-gateway/2024-01-31"),
        new("summary", "one sentence about the method"),
        new("status", "available, pilot, coming-soon or discontinued"),
        new("source", Api.Hint("source")),
        new("wire-id", "the gateway's name for the method, such as myWallet_PL"),
        new("countries", "a list of ISO 3166-1 alpha-2 codes, such as [DE, FR]"),
        new("currencies", Api.Hint("currencies")),
        new("limits", "currencies with limits, such as 'EUR: { min: 0.50, max: 1000 }'"),
        new("refund-limits", "currencies with limits, such as 'EUR: { max: 1000 }'"),
        new("capabilities", "a list of operations, such as [sale, refund]"),
        new("operations", "operations with what this method adds to them, such as 'refund: { within-days: 180 }'"),
        new("fields", Api.Hint("request")),
        new("rules", Api.Hint("rules")),
        new("response", "the redirect and the members of this method, such as { redirect: png-base64 }"),
        new("webhooks", "the webhooks that payments of this method cause, such as { events: { tokenCreated: { when: { order.save: true } } } }"),
        new("notes", "a list of sentences"));

    /// <summary>The keys of a method file that extends another method. What it leaves out is as in that method.</summary>
    public static readonly SpecKeySet Overlay = new(
        "a file that extends a method",
        new("extends", "the id of a method with its API, such as my-gateway/2024-01-31/my_wallet"),
        new("apm", "an id, such as my_wallet_abroad; without an id, the method replaces the method that it extends"),
        new("name", Method.Hint("name")),
        new("api", "the API of the method that is extended"),
        new("summary", Method.Hint("summary")),
        new("countries", Method.Hint("countries")),
        new("currencies", Method.Hint("currencies")),
        new("limits", Method.Hint("limits")),
        new("refund-limits", Method.Hint("refund-limits")),
        new("capabilities", Method.Hint("capabilities")),
        new("operations", Method.Hint("operations")),
        new("fields", Method.Hint("fields")),
        new("rules", Method.Hint("rules")),
        new("notes", Method.Hint("notes")));

    public static readonly SpecKeySet Field = Facets.Table.Keys;

    public static readonly SpecKeySet Rule = new(
        "a rule",
        new("require", "the path of a field, or a list of paths"),
        new("forbid", "the path of a field, or a list of paths"),
        new("all-or-none", "a list of paths, such as [buyer.firstName, buyer.lastName]"),
        new("length", "a path with a number or a range of code points, such as { order.note: 11 }"),
        new("combined-length", "the texts of a list with a range of code points, such as { 'order.tags[]': ..255 }"),
        new("equal", "the path of a whole number or of money"),
        new("at-most-one", "a list of paths, such as [order.days, order.until]"),
        new("at-least-one", "a list of paths, such as [buyer.email, buyer.phone]"),
        new("values", "a path with a list of values, such as { order.country: [SE, FI] }"),
        new("range", "a path with a range, such as { order.count: 1..5 }"),
        new("pattern", "a path with a regular expression, such as { order.zip: '[0-9]{5}' }"),
        new("to", "fields and whole numbers with +, - and * between them, such as unitCost * quantity - discount, or sum(items[].tax)"),
        new("when", "fields with the values that they must have, such as { order.kind: token }, or a list of such mappings"),
        new("because", "the reason, for people"));

    public static readonly SpecKeySet Condition = new(
        "a condition",
        new("not", "a value or a list of values"),
        new("starts-with", "a text or a list of texts"));

    public static readonly SpecKeySet MemberCondition = new("a condition", new SpecKey("not", "a value or a list of values"));

    public static readonly SpecKeySet StatusItem = new(
        "a status",
        new("status", "the gateway's status"),
        new("when", "members with the values that they must have, such as { error: present }"));

    public static readonly SpecKeySet TypeItem = new(
        "a type of webhook",
        new("type", "the gateway's type"),
        new("when", "members with the values that they must have, such as { success: 'true' }"));

    public static readonly SpecKeySet MoneyPlace = new(
        "the place of money",
        new("at", "the path of the amount, or a list of paths"),
        new("currency-at", "the path of the member with the currency, or $payment.currency"));

    public static readonly SpecKeySet Source = new(
        "a source",
        new("url", "a URL, such as https://docs.example.com"),
        new("updated", "the date on the page, such as 2024-01-31"));

    public static readonly SpecKeySet Authentication = new(
        "authentication",
        new("header", "the name of a request header, such as X-Api-Key"),
        new("oauth2", "the request for a token, such as { post: /oauth2/token, credentials: basic }"),
        new("signature", "the signature of requests, such as { header: Signature, algorithm: hmac-sha256, encoding: hex }"));

    public static readonly SpecKeySet OAuth2 = new(
        "a request for a token",
        new("post", "a path that begins with /, such as /oauth2/token"),
        new("credentials", "basic, or body for client_id and client_secret in the form"),
        new("scope", "the scope of the token, such as payments"));

    public static readonly SpecKeySet MessageSignature = new(
        "a signature of messages",
        new("header", "the name of a header, such as Signature"),
        new("prefix", "the text before the signature, such as sha256="),
        new("over", "the signed text with parts in braces, such as '{method} {path} {body}'"),
        new("algorithm", "hmac-sha256, hmac-sha512 or rsa-sha256"),
        new("encoding", "hex or base64"),
        new("key", "text, hex or base64, in which the secret of an HMAC is written"),
        new("time", "the name of the header with the time, such as Request-Time"),
        new("time-form", "iso, unix-seconds or unix-milliseconds"),
        new("tolerance", "how many seconds the time may differ, such as 300"));

    public static readonly SpecKeySet Recovery = new(
        "recovery",
        new SpecKey("idempotency-key", "the header with the key, such as { header: Idempotency-Key, lives: 24h }"));

    public static readonly SpecKeySet IdempotencyKey = new(
        "an idempotency key",
        new("header", "the name of a request header, such as Idempotency-Key, unless bodies have the key"),
        new("length", "a number or a range of characters, such as 1..255"),
        new("lives", "how long the gateway knows a key, such as 24h"),
        new("on", "a list of the operations that take a key, such as [pay, refund]"));

    public static readonly SpecKeySet Money = new(
        "money",
        new("notation", "minor-units, decimal-string, decimal-number or minor-units-string"),
        new("amount", "the name of the member with the amount"),
        new("currency", "the name of the member with the currency"),
        new("currency-case", "upper or lower"));

    public static readonly SpecKeySet Limit = new(
        "a limit",
        new("min", "an amount, such as 0.50"),
        new("max", "an amount, such as 1000"),
        new("elsewhere", "equivalent, if the limit also applies to equivalent amounts in other currencies"),
        new("advisory", "true, if the gateway accepts amounts beyond the limit"),
        new("channel", "the channel to which the limit applies, such as mobile app"),
        new("per", "the period over which amounts are added, such as day"));

    public static readonly SpecKeySet Minor = new("an amount", new SpecKey("minor", "a whole number of minor units, such as 1500"));

    public static readonly SpecKeySet Payment = new(
        "payment",
        new("reference", "the path of the field with the shop's reference"),
        new("value", "the path of the field with the money to be paid"),
        new("returns", "states with the paths of the return URLs, and any for all other states"),
        new("authorization", "the fields by which a request is an authorization, such as { capture: manual }"),
        new("sale", "the path of the boolean field that is true for a sale and false for an authorization"));

    public static readonly SpecKeySet Operation = new(
        "an operation",
        new("get", "a path that begins with / or the name of a link"),
        new("post", "a path that begins with / or the name of a link"),
        new("put", "a path that begins with / or the name of a link"),
        new("patch", "a path that begins with / or the name of a link"),
        new("delete", "a path that begins with / or the name of a link"),
        new("status", "the HTTP status of success, such as 201"),
        new("while", "a list of the gateway's statuses"),
        new("content-type-without-body", "true, if the gateway requires the header Content-Type in a request without a body"),
        new("inferred", "one sentence about what no source states, such as the body is that of another version"),
        new("result", ResultKinds),
        new("body", Api.Hint("request")),
        new("when", "members of the payment's last response with the values that they must have, such as { isCancelable: true }"),
        new("rules", Api.Hint("rules")));

    public static readonly SpecKeySet FindOperation = new(
        "the operation that finds a payment",
        [
            .. Operation.Keys.Where(key => key.Name is "get" or "post" or "status" or "inferred" or "body"),
            new("at", "the path of the payment in the response, such as data.items[] for the first of a list"),
        ]);

    /// <summary>An operation that only this gateway has.</summary>
    public static readonly SpecKeySet OwnOperation = new(
        "an operation",
        [.. Operation.Keys, new("summary", "one sentence about what the operation does")]);

    public static readonly SpecKeySet CompleteOperation = new(
        "the operation that continues a payment",
        [.. Operation.Keys.Where(key => key.Name is not ("while" or "when" or "result" or "rules" or "get"))]);

    public static readonly SpecKeySet Operations = new(
        "operations",
        new(OperationId.Pay, "the request that makes a payment, such as { post: /payments, status: 201 }"),
        new(OperationId.Query, "the request that queries a payment, such as { get: self, status: 200 }, or none"),
        new(OperationId.Cancel, "a request"),
        new(OperationId.Refund, "a request"),
        new(OperationId.PartialRefund, "a request"),
        new(OperationId.Settle, "a request"),
        new(OperationId.PartialSettle, "a request"),
        new(OperationId.Confirm, "a request"),
        new(
            OperationId.Complete,
            "the request after the customer's return, such as { post: /details, status: 200, body: { token: { const: $return.token } } }"),
        new(OperationId.Find, "the request that finds a payment by its reference, such as { get: '/payments?reference={reference}', status: 200 }"));

    public static readonly SpecKeySet Results = new(
        "results",
        new("refund", "a refund as responses show it, such as { id: id, status: status, statuses: { pending: [queued] } }"),
        new("capture", "a capture as responses show it, such as { id: id, status: status, statuses: { pending: [queued] } }"),
        new("acknowledgement", "an acknowledgement as responses show it, such as { id: id }"));

    public static readonly SpecKeySet Result = new(
        "a result",
        new("id", "the path of the id of the object"),
        new("status", "the path of the status of the object"),
        new("statuses", "states with the gateway's statuses, such as 'succeeded: [done]'"),
        new("value", "the path of the money of the object, a list of paths, or { at: amount, currency-at: currency }"),
        new("payment", "the path of the payment's id"),
        new("members", "paths with types, such as 'reason: { type: string }'"),
        new("query", "the request that queries the object, such as { get: '/refunds/{refund.id}', status: 200 }"),
        new("cancel", "the request that cancels the object, such as { delete: '/refunds/{refund.id}', status: 204, result: nothing }"));

    public static readonly SpecKeySet ResultQuery = new(
        "the query of a result",
        [.. Operation.Keys.Where(key => key.Name is "get" or "status" or "inferred")]);

    public static readonly SpecKeySet ResultCancellation = new(
        "the cancellation of a result",
        [.. Operation.Keys.Where(key => key.Name is not ("body" or "rules" or "when"))]);

    public static readonly SpecKeySet MethodOperation = new(
        "an operation of a method",
        new("body", Api.Hint("request")),
        new("rules", Api.Hint("rules")),
        new("within-days", "the number of days after the payment, such as 180"));
}
