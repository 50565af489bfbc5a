using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads responses as the spec of an API describes them. It uses no generated code.</summary>
/// <param name="api">The API.</param>
/// <param name="stored">The currency of the payment as the shop knows it; null if it does not.</param>
internal sealed class ResponseInterpreter(ApiModel api, string? stored = null)
{
    private const int MaxDetails = 100;

    /// <summary>Why a response is not one about a payment; null if it is one.</summary>
    public string? Unreadable(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return "it is not a JSON object";
        }

        string[] needed = [api.Response.Id, .. api.Response.StatusPaths];
        return needed.Where(IsAlone).FirstOrDefault(path => Dotted.Find(body, path) is { ValueKind: not (JsonValueKind.String or JsonValueKind.Number) })
                is { } wrong
                ? $"'{wrong}' is neither a text nor a number"
            : api.Response.IdPattern is { } pattern
                && Dotted.TextOrNumber(body, api.Response.Id) is { } id
                && !TextInterpreter.Pattern(pattern.Regex).IsMatch(id)
                ? $"the id '{id}' does not match 'id-pattern', so it is about another object"
            : needed.All(path => Dotted.TextOrNumber(body, path) is null) ? $"it has neither '{api.Response.Id}' nor '{api.Response.Status}'"
            : Links(body).Any(link => Dotted.Find(link, api.Response.Href) is { ValueKind: not JsonValueKind.String }) ? "the address of a link is not a text"
            : null;
    }

    /// <param name="body">A response, or the payment in a webhook.</param>
    /// <param name="method">The method; null if it is not known.</param>
    public ExchangeReading ReadPayment(JsonElement body, MethodModel? method)
    {
        var payment = new RecordedPayment(api, body);
        var currency = CurrencyOf(body);
        var state = StateOf(payment.Status, body, method);
        var next = api.Response.Next is { } actions && !IsFinal(state) ? new NextInterpreter(api, actions).Read(body) : null;
        var shown = Texts(body, "").Concat(OtherTexts(body)).Select(text => RedirectText.Of(text, api)).ToList();
        return new ExchangeReading
        {
            Id = payment.Id,
            Status = payment.Status,
            State = state,
            Reference = api.Response.Reference is { } reference ? Dotted.TextOrNumber(body, reference) : null,
            Self = payment.Self,
            Redirect = shown.Select(one => one.Address).FirstOrDefault(address => address is not null) ?? OfNext(next, "redirect", "url", "GET"),
            QrCode = shown.Select(one => one.Shown).FirstOrDefault(text => text is not null) ?? OfNext(next, "qr-code", "text", null),
            Operations = method is null ? null : api.Operations
                .Where(operation => !OperationId.IsOfApi(operation.Id)
                    && method.Offers(operation.Id)
                    && payment.Offers(operation))
                .Select(operation => operation.Id)
                .ToEquatableArray(),
            Members = api.Response.Members.Concat(method?.Members ?? default)
                .Select(member => new ExchangeMember(member.Path, MemberText.Of(body, member, api, currency)))
                .ToEquatableArray(),
            Next = next,
            Value = MemberText.Money(body, api.Response.Value, api, null),
            Captured = MemberText.Money(body, api.Response.Captured, api, currency),
            Refunded = MemberText.Money(body, api.Response.Refunded, api, currency),
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
    /// <param name="method">The method of a payment that the error contains.</param>
    public ExchangeReading ReadError(JsonElement body, int status, ErrorKind? code, MethodModel method)
    {
        var name = api.Errors.NamePaths.Select(path => Dotted.TextOrNumber(body, path)).FirstOrDefault(text => text is not null);
        var details = Details(body).Take(MaxDetails).ToEquatableArray();
        var payment = PaymentOf(body) is { } contained ? ReadPayment(contained, method) : ExchangeReading.Nothing;
        return payment with
        {
            Error = name,
            Code = api.Errors.Codes
                .Where(known => known.Status == status && (known.Name is null || known.Name == name))
                .Where(known => known.DetailName is null || details.All(detail => detail.Name is null || detail.Name == known.DetailName))
                .OrderBy(known => known.Name is null)
                .ThenByDescending(known => known.Kind == code)
                .FirstOrDefault()?.Kind,
            Message = Dotted.TextOrNumber(body, api.Errors.Message),
            Errors = details,
        };
    }

    /// <summary>Whether a response of success is an error.</summary>
    public bool IsError(JsonElement body) => !api.Errors.When.IsEmpty && api.Errors.When.All(condition => ConditionMembers.Holds(condition, body));

    /// <summary>The payment within an error; null if the error has none that can be read.</summary>
    public JsonElement? PaymentOf(JsonElement error) => api.Errors.Payment is { } path
        && Dotted.Find(error, path) is { ValueKind: JsonValueKind.Object } payment
        && Unreadable(payment) is null
            ? payment
            : null;

    // A list of paths, or a path with items, is not read at once with the rest of a response.
    private bool IsAlone(string path) => MemberPath.IsPlain(path) && (path == api.Response.Id || api.Response.StatusPaths.Count == 1);

    // A gateway may keep the status of a payment of which all is refunded.
    private PaymentState StateOf(string? status, JsonElement body, MethodModel? method)
    {
        var state = States.Of(method is null ? api.Statuses : Statuses.Of(api, method), status, condition => ConditionMembers.Holds(condition, body));
        var currency = CurrencyOf(body);
        return state == PaymentState.Paid
            && Parts(MemberText.Money(body, api.Response.Refunded, api, currency)) is { Amount: > 0 } refunded
            && (Parts(MemberText.Money(body, api.Response.Captured, api, currency)) ?? Parts(MemberText.Money(body, api.Response.Value, api, null))) is { } paid
            && refunded.Currency == paid.Currency
            && refunded.Amount >= paid.Amount
                ? PaymentState.Refunded
                : state;
    }

    /// <summary>The currency of the payment in a response; the one that the shop knows if the response does not have it.</summary>
    public string? CurrencyOf(JsonElement body) => Parts(MemberText.Money(body, api.Response.Value, api, null))?.Currency ?? stored;

    private static (decimal Amount, string Currency)? Parts(string? money) => money?.Split(' ') is [var amount, .., var currency]
        && decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? (value, currency)
            : null;

    private IEnumerable<ExchangeErrorDetail> Details(JsonElement body) => api.Errors switch
    {
        { Details: { } path } => Dotted.FindAll(body, path)
            .SelectMany(found => found.ValueKind switch
            {
                JsonValueKind.Array => found.EnumerateArray(),
                JsonValueKind.Object when path.Contains("[]", StringComparison.Ordinal) => [found],
                _ => Enumerable.Empty<JsonElement>(),
            })
            .Select(Detail),
        { HasSingleDetail: true } when Detail(body) is var detail && detail != new ExchangeErrorDetail(null, null, null) => [detail],
        _ => [],
    };

    private ExchangeErrorDetail Detail(JsonElement detail) => new(
        api.Errors.DetailPath is { } path ? Dotted.TextOrNumber(detail, path) : null,
        api.Errors.DetailName is { } name ? Dotted.TextOrNumber(detail, name) : null,
        api.Errors.DetailMessage is { } message ? Dotted.TextOrNumber(detail, message) : null);

    private IEnumerable<JsonElement> Links(JsonElement body) => api.Response.Actions
        .Select(actions => Dotted.Find(body, actions))
        .Where(actions => actions is { ValueKind: JsonValueKind.Object })
        .SelectMany(actions => actions!.Value.EnumerateObject().Select(link => link.Value))
        .Where(link => link.ValueKind == JsonValueKind.Object);

    private IEnumerable<string> OtherTexts(JsonElement body) => api.Response.Redirects
        .Where(path => !MemberPath.IsPlain(path))
        .Select(path => Dotted.Text(body, path))
        .Where(text => text is { Length: > 0 })
        .Select(text => text!);

    // The texts at the paths of redirects, in the order of the response.
    private IEnumerable<string> Texts(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.String when api.Response.Redirects.Contains(path) && JsonText.Read(value) is { Length: > 0 } text => [text],
        _ => [],
    };
}
