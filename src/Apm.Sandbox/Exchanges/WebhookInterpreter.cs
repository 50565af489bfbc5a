using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads webhooks as the spec of an API describes them. It uses no generated code.</summary>
internal sealed class WebhookInterpreter(ApiModel api, WebhooksModel webhooks)
{
    public ExchangeReading Read(JsonElement body)
    {
        var type = TypeOf(body);
        var classification = webhooks.Classification;
        var isAboutPayment = classification is null
            || Dotted.Find(body, classification.Path) is null
            || (Dotted.Text(body, classification.Path) is { } kind && classification.Payment.Contains(kind));
        return new ExchangeReading
        {
            Id = Dotted.TextOrNumber(body, webhooks.Id),
            Type = type,
            Classification = classification is null ? null : Dotted.Text(body, classification.Path),
            State = isAboutPayment ? ResponseInterpreter.StateOf(type, [.. webhooks.Types, .. api.Statuses]) : PaymentState.Unknown,
            Reference = Dotted.TextOrNumber(body, webhooks.Reference),
            Timestamp = webhooks.Timestamp is { } at ? Timestamp(body, at) : null,
            Payment = webhooks.Payment is { } payment ? Dotted.Text(body, payment) : null,
            Method = webhooks.Method is { } method ? Dotted.TextOrNumber(body, method) : null,
            Value = webhooks.Money is { } money && Dotted.Find(body, money.Path) is { } value ? MoneyText.Of(value, api, money.Format) : null,
            Members = Members(body, type).ToEquatableArray(),
        };
    }

    private string? TypeOf(JsonElement body) =>
        webhooks.TypePaths.Select(path => Dotted.TextOrNumber(body, path)).FirstOrDefault(text => text is { Length: > 0 })
        ?? webhooks.Events.FirstOrDefault(details => !details.When.IsEmpty && details.When.All(condition => Holds(condition, body)))?.Type;

    private static bool Holds(WebhookConditionModel condition, JsonElement body) => condition.Values.IsEmpty
        ? Dotted.Find(body, condition.Path) is not null
        : Dotted.Text(body, condition.Path) is { } text && condition.Values.Contains(text);

    private IEnumerable<ExchangeMember> Members(JsonElement body, string? type) =>
        from details in webhooks.Events
        where details.Type == type
        from member in details.Members
        let value = member.Paths.Select(path => Value(body, path, member.Type)).FirstOrDefault(text => text is not null)
        where value is not null
        select new ExchangeMember(member.Name, value);

    private string? Value(JsonElement body, string path, WebhookMemberType type) => (type, Dotted.Find(body, path)) switch
    {
        (_, null) => null,
        (WebhookMemberType.String, _) => Dotted.TextOrNumber(body, path) is { Length: > 0 } text ? text : null,
        (WebhookMemberType.Integer, { ValueKind: JsonValueKind.Number } number) when number.TryGetInt64(out var whole) =>
            whole.ToString(CultureInfo.InvariantCulture),
        (WebhookMemberType.Boolean, { ValueKind: JsonValueKind.True }) => "true",
        (WebhookMemberType.Boolean, { ValueKind: JsonValueKind.False }) => "false",
        (WebhookMemberType.Money, { } money) => MoneyText.Of(money, api, webhooks.Money?.Format ?? api.Money),
        (WebhookMemberType.Timestamp, _) => Timestamp(body, path),
        (WebhookMemberType.Date, _) when IsDate(Dotted.Text(body, path)) => Dotted.Text(body, path),
        _ => null,
    };

    private static bool IsDate(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string? Timestamp(JsonElement body, string path) =>
        DateTimeOffset.TryParse(Dotted.Text(body, path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? ExchangeReading.TextOf(time)
            : null;
}
