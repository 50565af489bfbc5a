using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A declared member of a response as a text in a file of exchanges.</summary>
internal static class MemberText
{
    /// <summary>Null if the response does not have the member, or if its value has another type.</summary>
    /// <param name="body">The response.</param>
    /// <param name="member">The member.</param>
    /// <param name="api">The API.</param>
    /// <param name="currency">The currency of the payment; null if it is not known.</param>
    public static string? Of(JsonElement body, ResponseMemberModel member, ApiModel api, string? currency) =>
        (member.Type, Whole(body, member.Path) ?? Dotted.Find(body, member.Path)) switch
        {
            (ResponseMemberType.String, { ValueKind: JsonValueKind.String } text) => JsonText.Read(text),
            (ResponseMemberType.Integer, { ValueKind: JsonValueKind.Number } number) when number.TryGetInt64(out var whole) =>
                whole.ToString(CultureInfo.InvariantCulture),
            (ResponseMemberType.Boolean, { ValueKind: JsonValueKind.True }) => "true",
            (ResponseMemberType.Boolean, { ValueKind: JsonValueKind.False }) => "false",
            (ResponseMemberType.Money, { } amount) when member.IsOfPayment =>
                currency is null ? null : MoneyText.Of(amount, new MoneyMembers(api, api.Money).Currency(currency), api, api.Money),
            (ResponseMemberType.Money, { } amount) when member.CurrencyAt is { } path =>
                (Whole(body, path) ?? Dotted.Find(body, path)) is { ValueKind: JsonValueKind.String } code
                    ? MoneyText.Of(amount, JsonText.Read(code), api, api.Money)
                    : null,
            (ResponseMemberType.Money, { ValueKind: JsonValueKind.Object } value) => MoneyText.Of(value, api, api.Money),
            _ => null,
        };

    /// <summary>The money at the first path with a value.</summary>
    /// <inheritdoc cref="Of"/>
    public static string? Money(JsonElement body, MoneyPlaceModel? place, ApiModel api, string? currency) => (place?.Paths ?? default)
        .Select(path => Of(body, new ResponseMemberModel(path, ResponseMemberType.Money, null) { CurrencyAt = place!.CurrencyAt }, api, currency))
        .FirstOrDefault(money => money is not null);

    // A member whose own name has dots.
    private static JsonElement? Whole(JsonElement body, string name) => body.TryGetProperty(name, out var member) ? member : null;
}
