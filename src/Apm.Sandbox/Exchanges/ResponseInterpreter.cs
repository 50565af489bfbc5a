using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads responses as the spec of an API describes them. It uses no generated code.</summary>
internal sealed class ResponseInterpreter(ApiModel api)
{
    private const int MaxDetails = 100;

    /// <summary>Why a response is not one about a payment; null if it is one.</summary>
    public string? Unreadable(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return "it is not a JSON object";
        }

        var needed = new[] { api.Response.Id, api.Response.Status };
        return needed.FirstOrDefault(path => Dotted.Find(body, path) is { ValueKind: not (JsonValueKind.String or JsonValueKind.Number) }) is { } wrong
                ? $"'{wrong}' is neither a text nor a number"
            : needed.All(path => Dotted.TextOrNumber(body, path) is null) ? $"it has neither '{api.Response.Id}' nor '{api.Response.Status}'"
            : Links(body).Any(link => Dotted.Find(link, api.Response.Href) is { ValueKind: not JsonValueKind.String }) ? "the address of a link is not a text"
            : null;
    }

    public ExchangeReading ReadPayment(JsonElement body, MethodModel method)
    {
        var payment = new RecordedPayment(api, body);
        var state = StateOf(payment.Status, body);
        var next = api.Response.Next is { } actions && !IsFinal(state) ? new NextInterpreter(api, actions).Read(body) : null;
        var shown = Texts(body, "").Select(text => RedirectText.Of(text, api)).ToList();
        return new ExchangeReading
        {
            Id = payment.Id,
            Status = payment.Status,
            State = state,
            Self = payment.Self,
            Redirect = shown.Select(one => one.Address).FirstOrDefault(address => address is not null) ?? OfNext(next, "redirect", "url", "GET"),
            QrCode = shown.Select(one => one.Shown).FirstOrDefault(text => text is not null) ?? OfNext(next, "qr-code", "text", null),
            Operations = api.Operations
                .Where(operation => operation.Id is not (OperationId.Pay or OperationId.Query or OperationId.Find)
                    && method.Offers(operation.Id)
                    && payment.Offers(operation))
                .Select(operation => operation.Id)
                .ToEquatableArray(),
            Members = api.Response.Members.Concat(method.Members)
                .Select(member => new ExchangeMember(member.Path, MemberText.Of(body, member, api)))
                .ToEquatableArray(),
            Next = next,
            Value = Amount(body, api.Response.Value),
            Captured = Amount(body, api.Response.Captured),
            Refunded = Amount(body, api.Response.Refunded),
        };
    }

    private static bool IsFinal(PaymentState state) => state is not (PaymentState.Unknown or PaymentState.Pending or PaymentState.RefundPending);

    private static string? OfNext(EquatableArray<ExchangeMember>? next, string kind, string key, string? method) =>
        next?.FirstOrDefault(member => member.Path == "is")?.Text == kind && next?.FirstOrDefault(member => member.Path == "method")?.Text == method
            ? next?.FirstOrDefault(member => member.Path == key)?.Text
            : null;

    /// <param name="body">An error.</param>
    /// <param name="status">The HTTP status of the response.</param>
    /// <param name="code">The code that goes before others with the same name and status.</param>
    public ExchangeReading ReadError(JsonElement body, int status, ErrorKind? code)
    {
        var name = Dotted.TextOrNumber(body, api.Errors.Name);
        var details = api.Errors.Details is { } at && Dotted.Find(body, at) is { ValueKind: JsonValueKind.Array } all
            ? all.EnumerateArray().Take(MaxDetails).Select(Detail).ToEquatableArray()
            : default;
        return new ExchangeReading
        {
            Error = name,
            Code = api.Errors.Codes
                .Where(known => known.Name == name && known.Status == status)
                .Where(known => known.DetailName is null || details.All(detail => detail.Name is null || detail.Name == known.DetailName))
                .OrderByDescending(known => known.Kind == code)
                .FirstOrDefault()?.Kind,
            Message = Dotted.TextOrNumber(body, api.Errors.Message),
            Errors = details,
        };
    }

    // A gateway may keep the status of a payment of which all is refunded.
    private PaymentState StateOf(string? status, JsonElement body)
    {
        var state = StateOf(status, api.Statuses);
        return state == PaymentState.Paid
            && Parts(Amount(body, api.Response.Refunded)) is { Amount: > 0 } refunded
            && (Parts(Amount(body, api.Response.Captured)) ?? Parts(Amount(body, api.Response.Value))) is { } paid
            && refunded.Currency == paid.Currency
            && refunded.Amount >= paid.Amount
                ? PaymentState.Refunded
                : state;
    }

    private string? Amount(JsonElement body, string? path) =>
        path is null ? null : MemberText.Of(body, new ResponseMemberModel(path, ResponseMemberType.Money, null), api);

    private static (decimal Amount, string Currency)? Parts(string? money) => money?.Split(' ') is [var amount, .., var currency]
        && decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? (value, currency)
            : null;

    public static PaymentState StateOf(string? status, IEnumerable<StatusModel> statuses) =>
        statuses.FirstOrDefault(known => known.Status == status)?.State ?? PaymentState.Unknown;

    private ExchangeErrorDetail Detail(JsonElement detail) => new(
        api.Errors.DetailPath is { } path ? Dotted.TextOrNumber(detail, path) : null,
        api.Errors.DetailName is { } name ? Dotted.TextOrNumber(detail, name) : null,
        api.Errors.DetailMessage is { } message ? Dotted.TextOrNumber(detail, message) : null);

    private IEnumerable<JsonElement> Links(JsonElement body) => api.Response.Actions
        .Select(actions => Dotted.Find(body, actions))
        .Where(actions => actions is { ValueKind: JsonValueKind.Object })
        .SelectMany(actions => actions!.Value.EnumerateObject().Select(link => link.Value))
        .Where(link => link.ValueKind == JsonValueKind.Object);

    // The texts at the paths of redirects, in the order of the response.
    private IEnumerable<string> Texts(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.String when api.Response.Redirects.Contains(path) && JsonText.Read(value) is { Length: > 0 } text => [text],
        _ => [],
    };
}
