using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads responses and webhooks as the spec of an API describes them. It uses no generated code.</summary>
internal sealed class ResponseInterpreter(ApiModel api)
{
    /// <param name="body">A response.</param>
    /// <param name="members">The members that payments of the method have beside those of the API.</param>
    public ExchangeReading ReadPayment(JsonElement body, EquatableArray<ResponseMemberModel> members)
    {
        var status = Text(body, api.Response.Status);
        var shown = api.Response.Redirects.Select(path => Text(body, path)).FirstOrDefault(text => text is not null);
        var isAddress = shown is not null && Uri.TryCreate(shown, UriKind.Absolute, out var address) && IsAllowed(address.Scheme);
        return new ExchangeReading
        {
            Id = Text(body, api.Response.Id),
            Status = status,
            State = StateOf(status, api.Statuses),
            Self = Text(body, api.Response.Self),
            Redirect = isAddress ? shown : null,
            QrCode = isAddress ? null : shown,
            Operations = api.Operations
                .Where(operation => operation.Id is not (OperationId.Pay or OperationId.Query) && IsOffered(operation, body, status))
                .Select(operation => operation.Id)
                .ToEquatableArray(),
            Members = api.Response.Members.Concat(members).Select(member => new ExchangeMember(member.Path, Member(body, member))).ToEquatableArray(),
        };
    }

    public ExchangeReading ReadError(JsonElement body) => new()
    {
        Error = Text(body, api.Errors.Name),
        Message = Text(body, api.Errors.Message),
        Errors = api.Errors.Details is { } details && Dotted.Find(body, details) is { ValueKind: JsonValueKind.Array } all
            ? all.EnumerateArray().Select(Detail).ToEquatableArray()
            : default(EquatableArray<ExchangeErrorDetail>),
    };

    private ExchangeErrorDetail Detail(JsonElement detail) => new(
        api.Errors.DetailPath is { } path ? Text(detail, path) : null,
        api.Errors.DetailName is { } name ? Text(detail, name) : null,
        api.Errors.DetailMessage is { } message ? Text(detail, message) : null);

    public ExchangeReading ReadWebhook(WebhooksModel webhooks, JsonElement body)
    {
        var type = Text(body, webhooks.Type);
        return new ExchangeReading
        {
            Id = Text(body, webhooks.Id),
            Type = type,
            State = StateOf(type, [.. webhooks.Types, .. api.Statuses]),
            Reference = Text(body, webhooks.Reference),
            Payment = webhooks.Payment is { } payment ? Text(body, payment) : null,
            Method = webhooks.Method is { } method ? Text(body, method) : null,
            Value = webhooks.Money is { } money && Dotted.Find(body, money.Path) is { } value ? Money(value, money.Format) : null,
        };
    }

    private bool IsAllowed(string scheme) => scheme is "http" or "https" || api.Response.RedirectSchemes.Contains(scheme);

    private bool IsOffered(OperationModel operation, JsonElement body, string? status) =>
        (operation.While.IsEmpty || (status is not null && operation.While.Contains(status)))
        && (!operation.TargetIsLink
            || api.Response.Actions.Any(actions => Text(body, $"{actions}.{operation.Target}.{api.Response.Href}") is not null));

    private string? Member(JsonElement body, ResponseMemberModel member) => (member.Type, Dotted.Find(body, member.Path)) switch
    {
        (ResponseMemberType.String, { ValueKind: JsonValueKind.String } text) => JsonText.Read(text),
        (ResponseMemberType.Integer, { ValueKind: JsonValueKind.Number } number) => number.GetRawText(),
        (ResponseMemberType.Boolean, { ValueKind: JsonValueKind.True }) => "true",
        (ResponseMemberType.Boolean, { ValueKind: JsonValueKind.False }) => "false",
        (ResponseMemberType.Money, { ValueKind: JsonValueKind.Object } value) => Money(value, api.Money),
        _ => null,
    };

    private string? Money(JsonElement value, MoneyFormatModel format)
    {
        var (amount, currency) = (Text(value, format.AmountName), Text(value, format.CurrencyName));
        if (amount is null || currency is null)
        {
            return null;
        }

        if (format.Notation == MoneyNotation.DecimalString)
        {
            return $"{amount} {currency}";
        }

        return long.TryParse(amount, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
            ? $"{Exponents.Print(api, minor, currency)} {currency}"
            : null;
    }

    private static PaymentState StateOf(string? status, IEnumerable<StatusModel> statuses) =>
        statuses.FirstOrDefault(known => known.Status == status)?.State ?? PaymentState.Unknown;

    // A gateway may send an id as a number.
    private static string? Text(JsonElement root, string path) => Dotted.Find(root, path) switch
    {
        { ValueKind: JsonValueKind.String } text => JsonText.Read(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
