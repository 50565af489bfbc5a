using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads webhooks as the spec of an API describes them. It uses no generated code.</summary>
internal sealed class WebhookInterpreter(ApiModel api, WebhooksModel webhooks)
{
    // Longer ids cannot be keys of a store.
    private const int MaxIdLength = 256;

    public ExchangeReading Read(JsonElement body)
    {
        var type = TypeOf(body);
        var classification = webhooks.Classification;
        var isAboutPayment = classification is null
            || Dotted.Find(body, classification.Path) is null
            || (Dotted.Text(body, classification.Path) is { } kind && classification.Payment.Contains(kind));
        return new ExchangeReading
        {
            Id = Dotted.TextOrNumber(body, webhooks.Id) is { Length: > 0 and <= MaxIdLength } id && !id.Any(char.IsControl) ? id : null,
            Type = type,
            Classification = classification is null ? null : NotEmpty(Dotted.Text(body, classification.Path)),
            State = isAboutPayment ? ResponseInterpreter.StateOf(type, [.. webhooks.Types, .. api.Statuses]) : PaymentState.Unknown,
            Reference = NotEmpty(Dotted.TextOrNumber(body, webhooks.Reference)),
            Timestamp = webhooks.Timestamp is { } at ? TimeText.Of(Dotted.Text(body, at)) : null,
            Payment = webhooks.Payment is { } payment ? NotEmpty(Dotted.Text(body, payment)) : null,
            Method = webhooks.Method is { } method ? NotEmpty(Dotted.TextOrNumber(body, method)) : null,
            Value = webhooks.Money is { } money && Dotted.Find(body, money.Path) is { } value ? Money(body, value, money.CurrencyAt, money.Format) : null,
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
        let value = member.Paths.Select(path => Value(body, path, member)).FirstOrDefault(text => text is not null)
        where value is not null
        select new ExchangeMember(member.Name, value);

    private string? Value(JsonElement body, string path, WebhookMemberModel member) => (member.Type, Dotted.Find(body, path)) switch
    {
        (_, null) => null,
        (WebhookMemberType.String, _) => Dotted.TextOrNumber(body, path) is { Length: > 0 } text ? text : null,
        (WebhookMemberType.Integer, { ValueKind: JsonValueKind.Number } number) when number.TryGetInt64(out var whole) =>
            whole.ToString(CultureInfo.InvariantCulture),
        (WebhookMemberType.Boolean, { ValueKind: JsonValueKind.True }) => "true",
        (WebhookMemberType.Boolean, { ValueKind: JsonValueKind.False }) => "false",
        (WebhookMemberType.Money, { } money) => Money(body, money, member.CurrencyAt, webhooks.Money?.Format ?? api.Money),
        (WebhookMemberType.Timestamp, _) => TimeText.Of(Dotted.Text(body, path)),
        (WebhookMemberType.Date, _) when IsDate(Dotted.Text(body, path)) => Dotted.Text(body, path),
        _ => null,
    };

    private static bool IsDate(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // The money of a webhook is read only with a code in the form of ISO 4217.
    private string? Money(JsonElement body, JsonElement value, string? currencyAt, MoneyFormatModel format) =>
        (currencyAt is null ? Dotted.Text(value, format.CurrencyName) : Dotted.Text(body, currencyAt)) is { Length: 3 } code
            && new MoneyMembers(api, format).ReadCurrency(code) is { } currency
            && currency.All(char.IsAsciiLetterUpper)
            && (currencyAt is null ? Dotted.Find(value, format.AmountName) : value) is { } amount
                ? MoneyText.Of(amount, code, api, format)
                : null;

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
