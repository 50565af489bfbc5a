namespace Apm.Specs;

/// <summary>The keys of responses and of errors in them.</summary>
internal static class ResponseKeys
{
    public static readonly SpecKeySet Response = new(
        "response",
        new("id", "the path of the payment's id"),
        new("id-pattern", "a regular expression for the whole id in single quotes, such as 'pay_[A-Za-z0-9]+'"),
        new("status", "the path of the payment's status, or a list of paths"),
        new("reference", "the path of the shop's reference"),
        new("self", "the path of the URL of the payment, or of the value for {id} in the path of a query"),
        new("value", "the path of the money of the payment, a list of paths, or { at: amount, currency-at: currency }"),
        new("captured", "the path of the money that was captured so far, a list of paths, or { at: captured, currency-at: currency }"),
        new("refunded", "the path of the money that was refunded so far, a list of paths, or { at: refunded, currency-at: currency }"),
        new("redirect", "the path of the URL to which the customer is redirected, or a list of paths"),
        new("next", "what the customer does next, such as { at: action, by: type, actions: { redirect: { is: redirect, url: url } } }"),
        new("redirect-schemes", "a list of URL schemes of apps to which customers are redirected, such as [my-wallet]"),
        new("actions", "a list of objects whose members are links, such as [links]"),
        new("href", "the member of a link that holds its URL"),
        new("members", "paths with types, such as 'receipt.number: { type: string }'"),
        new("signature", "the signature of responses, such as { header: Signature, algorithm: rsa-sha256, encoding: base64 }"));

    public static readonly SpecKeySet Next = new(
        "next",
        new("at", "the path of the object with the action"),
        new("by", "the path of the action's name within the object"),
        new("actions", "names with actions, such as 'redirect: { is: redirect, url: url }'"));

    public static readonly SpecKeySet NextAction = new(
        "an action",
        new("is", "redirect, app-link, qr-code, voucher, bank-details or wait"),
        new("url", "the path of the address"),
        new("method", "the path of the HTTP method, GET or POST"),
        new("fields", "the path of the object with the fields of a form"),
        new("text", "the path of the content of a QR code"),
        new("picture", "the path of the address of a picture"),
        new("page", "the path of the address of a page"),
        new("number", "the path of the number of a voucher"),
        new("entity", "the path of the number of the receiver"),
        new("document", "the path of the address of a document"),
        new("holder", "the path of the holder of an account"),
        new("bank", "the path of the name of a bank"),
        new("account", "the path of the number of an account"),
        new("bic", "the path of the code of a bank"),
        new("reference", "the path of the text for a transfer"),
        new("value", "the path of the money"),
        new("expires", "the path of the last moment: a time, or seconds since 1970"));

    public static readonly SpecKeySet MethodResponse = new(
        "a method's response",
        new("redirect", "url, png-base64 or none, or a list of these with the usual one first"),
        new("statuses", "states with those of the gateway's statuses that have another state for this method, such as 'authorized: [captured]'"),
        new("members", Response.Hint("members")));

    public static readonly SpecKeySet ResponseMember = new(
        "a member of a response",
        new("type", "string, integer, boolean or money"),
        new("currency-at", "the path of the member with the currency, or $payment.currency, if the member is the amount alone"),
        new("property-name", "the name of the member in C#, if the last name of the path is not suitable"),
        new("summary", "one sentence about the member"));

    public static readonly SpecKeySet Errors = new(
        "errors",
        new("name", "the path of the error's name, or a list of paths"),
        new("message", "the path of the error's message"),
        new("details", "the paths of members that describe each wrong field, such as { at: errors, name: code, message: message, path: path }"),
        new("when", "members by which a response of success is an error, such as { result.code: { not: [SUCCESS] } }"),
        new("payment", "the path of the payment, if errors contain it"),
        new("correlation-header", "the name of a response header"),
        new("codes", "kinds of errors with the gateway's names, such as 'not-found: { status: 404, name: notFound }'"));

    public static readonly SpecKeySet Details = new(
        "details",
        new("at", "the path of the array; without it, the error has one detail"),
        new("name", "the member with the error's name"),
        new("message", "the member with the error's message"),
        new("path", "the member with the wrong field's path"));

    public static readonly SpecKeySet ErrorCode = new(
        "an error code",
        new("status", "an HTTP status, such as 404"),
        new("name", "the gateway's name for the error"),
        new("detail", "the gateway's name for the error in each detail"));
}
