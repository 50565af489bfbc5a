using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>
/// The members of a webhook's body. Any JSON object is accepted, because a gateway would repeat a refused webhook with the same
/// body each time. A missing or invalid member is null or empty.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventContent
{
    private const int MaxIdLength = 256;

    private string? _uniqueId;

    private EventContent(string id, string type, JsonElement root, ReadOnlyMemory<byte> rawJson) =>
        (Id, Type, Root, RawJson) = (id, type, root, rawJson);

    internal string Id { get; }

    internal string UniqueId => Id.Length > 0 ? Id : _uniqueId ??= "sha256:" + Convert.ToHexString(SHA256.HashData(RawJson.Span));

    internal string Type { get; }

    internal string? Classification { get; private init; }

    internal bool IsAboutPayment { get; private init; }

    internal string? Reference { get; private init; }

    internal DateTimeOffset? Timestamp { get; private init; }

    internal Money? Value { get; private init; }

    internal string? Method { get; private init; }

    internal string? Payment { get; private init; }

    internal bool IsForm { get; private init; }

    internal WebhookProfile Profile { get; private init; } = null!;

    /// <summary>The payment that was queried because of a ping; null for a signed webhook.</summary>
    internal Payment? Queried { get; private init; }

    /// <summary>The state and the amounts of the queried payment.</summary>
    internal string? QueriedValue { get; private init; }

    internal JsonElement Root { get; }

    internal ReadOnlyMemory<byte> RawJson { get; }

    /// <summary>Reads the body of a webhook.</summary>
    /// <param name="profile">The paths of its members.</param>
    /// <param name="utf8Json">The raw body, which the webhook keeps. A byte order mark is skipped.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static EventContent Read(WebhookProfile profile, ReadOnlyMemory<byte> utf8Json)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var json = Json(profile, utf8Json);
        var root = Parse(json.Span);
        var classified = Find(root, profile.Classification);
        var classification = classified is { } element ? Text(element) : null;
        return new EventContent(ReadId(root, profile), ReadType(root, profile), root, json)
        {
            Classification = classification is { Length: > 0 } ? classification : null,
            IsAboutPayment = classified is null || (classification is not null && profile.PaymentClassifications.Contains(classification)),
            Reference = NotEmpty(TextOrNumber(root, profile.Reference)),
            Timestamp = ReadTime(root, profile),
            Value = profile is not { Money: { } path, MoneyFormat: { } format } ? null
                : profile.MoneyCurrency is { } currency ? Money(root, path, currency, format)
                : Money(root, path, format),
            Method = NotEmpty(TextOrNumber(root, profile.Method)),
            Payment = PaymentIn(root, profile),
            IsForm = profile.IsForm,
            Profile = profile,
        };
    }

    /// <summary>The content of a ping, whose payment was queried.</summary>
    /// <param name="profile">The description of the ping.</param>
    /// <param name="utf8Json">The ping.</param>
    /// <param name="payment">The queried payment.</param>
    /// <param name="reference">The shop's reference; null if responses do not have it.</param>
    /// <param name="amounts">The money of the payment, and what was captured and refunded.</param>
    internal static EventContent OfPing(
        WebhookProfile profile,
        ReadOnlyMemory<byte> utf8Json,
        Payment payment,
        string? reference,
        IReadOnlyList<Money?> amounts)
    {
        var root = Parse(utf8Json.Span);
        return new EventContent("", payment.GatewayStatus, root, utf8Json)
        {
            // A payment that is paid again after a refund has the same state and amounts, so they identify no webhook.
            _uniqueId = $"ping:{Guid.NewGuid():N}",
            IsAboutPayment = true,
            Reference = reference,
            Value = amounts[0],
            Payment = PaymentIn(root, profile),
            IsForm = profile.IsForm,
            Profile = profile,
            Queried = payment,
            QueriedValue = string.Join(
                ';',
                amounts.Select(amount => amount is { } money ? $"{money.MinorUnits} {money.Currency}" : "").Prepend($"{payment.State}")),
        };
    }

    /// <summary>The first value by which a payment can be queried.</summary>
    internal static string? PaymentIn(JsonElement root, WebhookProfile profile)
    {
        if (Possible(profile.Payment) is { } payment)
        {
            return payment;
        }

        foreach (var path in profile.OtherPayments)
        {
            if (Possible(path) is { } other)
            {
                return other;
            }
        }

        return null;

        string? Possible(string? path) => TextOrNumber(root, path) is { Length: > 0 } text && profile.IsPayment(text) ? text : null;
    }

    // Ids are keys of a store, which needs a length limit and no control characters.
    private static string ReadId(JsonElement root, WebhookProfile profile)
    {
        var id = TextOrNumber(root, profile.Id);
        if (profile.OtherIds.Count > 0)
        {
            var parts = profile.OtherIds.Select(path => JsonPaths.Find(root, path) is { } part ? JsonPaths.TextOf(part) : null).Prepend(id).ToList();
            id = parts.TrueForAll(string.IsNullOrEmpty) ? "" : string.Join(':', parts);
        }

        return id is { Length: <= MaxIdLength } && !id.Any(char.IsControl) ? id : "";
    }

    private static DateTimeOffset? ReadTime(JsonElement root, WebhookProfile profile)
    {
        if (!profile.IsUnixTimestamp)
        {
            return TimestampText.TryParse(Text(root, profile.Timestamp), out var time) ? time : null;
        }

        return long.TryParse(TextOrNumber(root, profile.Timestamp), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
    }

    private static string ReadType(JsonElement root, WebhookProfile profile)
    {
        if (NotEmpty(TextOrNumber(root, profile.Type)) is { } type)
        {
            return type;
        }

        foreach (var path in profile.OtherTypes)
        {
            if (NotEmpty(TextOrNumber(root, path)) is { } other)
            {
                return other;
            }
        }

        foreach (var inferred in profile.InferredTypes)
        {
            if (inferred.Conditions.All(condition => condition.Holds(root)))
            {
                return inferred.Type;
            }
        }

        return "";
    }

    /// <summary>The member at a path; null if there is none, or if it is null.</summary>
    internal static JsonElement? Find(JsonElement root, string? path) => JsonPaths.Find(root, path);

    /// <summary>A text, or the text of a number with all its digits.</summary>
    internal static string? TextOrNumber(JsonElement root, string? path) =>
        Find(root, path) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(root, path);

    /// <summary>The body as JSON, without a byte order mark.</summary>
    /// <exception cref="JsonException">It is not the form that the gateway sends.</exception>
    internal static ReadOnlyMemory<byte> Json(WebhookProfile profile, ReadOnlyMemory<byte> body) =>
        profile.IsForm ? FormReader.ToJson(body.Span) ?? throw new JsonException("The webhook is not a form.", "$", null, null)
        : body.Span.StartsWith("\uFEFF"u8) ? body[3..]
        : body;

    /// <summary>The bodies of the notifications in a delivery.</summary>
    /// <param name="profile">The path of the notifications.</param>
    /// <param name="utf8Json">The raw body of the delivery.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    /// <exception cref="JsonException">It is not a JSON object, or it has no notifications.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(WebhookProfile profile, ReadOnlyMemory<byte> utf8Json)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return WebhookItems.Split(profile, utf8Json);
    }

    internal static JsonElement Parse(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        var root = JsonElement.ParseValue(ref reader);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The webhook is not a JSON object.", "$", null, null);
        }

        // The reader throws if anything follows the object.
        reader.Read();
        return root;
    }

    internal static Money? Money(JsonElement root, string path, MoneyFormat format)
    {
        if (!JsonPaths.TryFind(ref root, path))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(root.GetRawText()));
            reader.Read();
            var money = JsonInput.ReadMoney(ref reader, "$", path, format);
            return IsCode(money.Currency) ? money : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null; // Not money, or not well-formed Unicode.
        }
    }

    internal static Money? Money(JsonElement root, string path, string currency, MoneyFormat format) =>
        Find(root, path) is { } amount
        && Find(root, currency) is { } code
        && JsonInput.ReadMoney(amount, code, format) is { } money
        && IsCode(money.Currency)
            ? money
            : null;

    private static bool IsCode(string currency) => currency.Length == 3 && currency.All(char.IsAsciiLetterUpper);

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;

    internal static string? Text(JsonElement root, string? path) => Find(root, path) is { } element ? Text(element) : null;

    private static string? Text(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // Not well-formed Unicode.
        }
    }
}
