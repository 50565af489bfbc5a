using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads webhooks as the spec of an API describes them. It uses no generated code.</summary>
/// <param name="api">The API.</param>
/// <param name="webhooks">Its webhooks.</param>
/// <param name="methods">The methods that webhooks can name.</param>
internal sealed class WebhookInterpreter(ApiModel api, WebhooksModel webhooks, IReadOnlyList<MethodModel> methods)
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
        var result = webhooks.Results.FirstOrDefault(known => TypeOf(known, type, body) is not null);
        var payment = PaymentOf(webhooks.PaymentPaths, api.WebhookIdPattern, body);
        return new ExchangeReading
        {
            Id = IdOf(body) is { Length: > 0 and <= MaxIdLength } id && !id.Any(char.IsControl) ? id : null,
            Type = type,
            Classification = classification is null ? null : NotEmpty(Dotted.Text(body, classification.Path)),
            State = isAboutPayment && result is null
                ? States.Of(Types(body), type, condition => ConditionMembers.Holds(condition, body))
                : PaymentState.Unknown,
            Reference = webhooks.Reference is { } reference ? NotEmpty(Dotted.TextOrNumber(body, reference)) : null,
            Timestamp = TimeOf(body),
            Payment = payment,
            Result = result is null ? null : ResultOf(result, type, body),
            Object = isAboutPayment && result is null ? ObjectOf(body, payment) : null,
            Method = webhooks.Method is { } method ? NotEmpty(Dotted.TextOrNumber(body, method)) : null,
            Value = webhooks.Money is { } money && Dotted.Find(body, money.Path) is { } value
                ? Money(body, value, money.CurrencyAt, webhooks.MoneyFormat(api))
                : null,
            Members = Members(body, type).ToEquatableArray(),
        };
    }

    /// <summary>The first value by which a payment can be queried.</summary>
    public static string? PaymentOf(IEnumerable<string> paths, PatternModel? pattern, JsonElement body) => paths
        .Select(path => NotEmpty(Dotted.TextOrNumber(body, path)))
        .FirstOrDefault(text => text is not null && (pattern is null || TextInterpreter.Pattern(pattern.Regex).IsMatch(text)));

    // Those with conditions go before those without.
    private static ResultTypeModel? TypeOf(WebhookResultModel result, string? type, JsonElement body) => result.Types
        .OrderBy(known => known.When.IsEmpty)
        .FirstOrDefault(known => known.Type == type && known.When.All(condition => ConditionMembers.Holds(condition, body)));

    private ExchangeResult? ResultOf(WebhookResultModel result, string? type, JsonElement body) =>
        result.At is { } at
            ? Dotted.Find(body, at) is { ValueKind: JsonValueKind.Object } found ? new ResultInterpreter(api).Read(api.Result(result.Kind)!, found) : null
            : Dotted.TextOrNumber(body, result.Id!) is { Length: > 0 } id ? new ExchangeResult { Id = id, State = TypeOf(result, type, body)!.State }
            : null;

    private ExchangeReading? ObjectOf(JsonElement body, string? payment)
    {
        var responses = new ResponseInterpreter(api);
        if (webhooks.Object is not { } path
            || Dotted.Find(body, path) is not { ValueKind: JsonValueKind.Object } found
            || responses.Unreadable(found) is not null)
        {
            return null;
        }

        // An object of another kind can be at the same place.
        var read = responses.ReadPayment(found, null);
        return payment is not null && read.Id is { } id && id != payment && read.Self != payment ? null : read;
    }

    private string? IdOf(JsonElement body)
    {
        var parts = webhooks.IdPaths.Select(path => webhooks.IdPaths.Count == 1 ? Dotted.TextOrNumber(body, path) : Scalars.Text(Dotted.Find(body, path)))
            .ToList();
        return parts.TrueForAll(string.IsNullOrEmpty) ? null : string.Join(':', parts);
    }

    private string? TimeOf(JsonElement body) =>
        webhooks.Timestamp is not { } at ? null
        : !webhooks.IsUnixTimestamp ? TimeText.Of(Dotted.Text(body, at))
        : long.TryParse(Dotted.TextOrNumber(body, at), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? ExchangeReading.TextOf(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    // A webhook that names a method has the states of the method.
    private IReadOnlyList<StatusModel> Types(JsonElement body)
    {
        var named = webhooks.Method is { } path ? Dotted.TextOrNumber(body, path) : null;
        var method = methods.FirstOrDefault(one => one.GatewayId == named && (!one.Types.IsEmpty || !one.Statuses.IsEmpty));
        return method is null ? [.. webhooks.Types, .. api.Statuses.Where(status => status.When.IsEmpty)] : Statuses.Types(api, method);
    }

    private string? TypeOf(JsonElement body) =>
        webhooks.TypePaths.Select(path => Dotted.TextOrNumber(body, path)).FirstOrDefault(text => text is { Length: > 0 })
        ?? webhooks.Events.FirstOrDefault(details => !details.When.IsEmpty && details.When.All(condition => ConditionMembers.Holds(condition, body)))?.Type;

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
        (WebhookMemberType.Integer, { ValueKind: JsonValueKind.String } text) when webhooks.IsForm =>
            Scalars.Integer(JsonText.Read(text))?.ToString(CultureInfo.InvariantCulture),
        (WebhookMemberType.Boolean, { ValueKind: JsonValueKind.String } text) when webhooks.IsForm && JsonText.Read(text) is "true" or "false" =>
            JsonText.Read(text),
        (WebhookMemberType.Boolean, { ValueKind: JsonValueKind.True }) => "true",
        (WebhookMemberType.Boolean, { ValueKind: JsonValueKind.False }) => "false",
        (WebhookMemberType.Money, { } money) => Money(body, money, member.CurrencyAt, webhooks.MoneyFormat(api)),
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
