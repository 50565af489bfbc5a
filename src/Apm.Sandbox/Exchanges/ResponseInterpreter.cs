using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads responses as the spec of an API describes them. It uses no generated code.</summary>
internal sealed class ResponseInterpreter(ApiModel api)
{
    /// <param name="body">A response.</param>
    /// <param name="members">The members that payments of the method have beside those of the API.</param>
    public ExchangeReading ReadPayment(JsonElement body, EquatableArray<ResponseMemberModel> members)
    {
        var status = Dotted.TextOrNumber(body, api.Response.Status);
        var shown = api.Response.Redirects.Select(path => Dotted.TextOrNumber(body, path)).FirstOrDefault(text => text is not null);
        var isAddress = shown is not null && Uri.TryCreate(shown, UriKind.Absolute, out var address) && IsAllowed(address.Scheme);
        return new ExchangeReading
        {
            Id = Dotted.TextOrNumber(body, api.Response.Id),
            Status = status,
            State = StateOf(status, api.Statuses),
            Self = Dotted.TextOrNumber(body, api.Response.Self),
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
        Error = Dotted.TextOrNumber(body, api.Errors.Name),
        Message = Dotted.TextOrNumber(body, api.Errors.Message),
        Errors = api.Errors.Details is { } details && Dotted.Find(body, details) is { ValueKind: JsonValueKind.Array } all
            ? all.EnumerateArray().Select(Detail).ToEquatableArray()
            : default(EquatableArray<ExchangeErrorDetail>),
    };

    private ExchangeErrorDetail Detail(JsonElement detail) => new(
        api.Errors.DetailPath is { } path ? Dotted.TextOrNumber(detail, path) : null,
        api.Errors.DetailName is { } name ? Dotted.TextOrNumber(detail, name) : null,
        api.Errors.DetailMessage is { } message ? Dotted.TextOrNumber(detail, message) : null);

    private bool IsAllowed(string scheme) => scheme is "http" or "https" || api.Response.RedirectSchemes.Contains(scheme);

    private bool IsOffered(OperationModel operation, JsonElement body, string? status) =>
        (operation.While.IsEmpty || (status is not null && operation.While.Contains(status)))
        && (!operation.TargetIsLink
            || api.Response.Actions.Any(actions => Dotted.TextOrNumber(body, $"{actions}.{operation.Target}.{api.Response.Href}") is not null));

    private string? Member(JsonElement body, ResponseMemberModel member) => (member.Type, Dotted.Find(body, member.Path)) switch
    {
        (ResponseMemberType.String, { ValueKind: JsonValueKind.String } text) => JsonText.Read(text),
        (ResponseMemberType.Integer, { ValueKind: JsonValueKind.Number } number) => number.GetRawText(),
        (ResponseMemberType.Boolean, { ValueKind: JsonValueKind.True }) => "true",
        (ResponseMemberType.Boolean, { ValueKind: JsonValueKind.False }) => "false",
        (ResponseMemberType.Money, { ValueKind: JsonValueKind.Object } value) => MoneyText.Of(value, api, api.Money),
        _ => null,
    };

    public static PaymentState StateOf(string? status, IEnumerable<StatusModel> statuses) =>
        statuses.FirstOrDefault(known => known.Status == status)?.State ?? PaymentState.Unknown;
}
