using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Values of members in responses.</summary>
internal static class MemberValue
{
    /// <summary>Sets a declared member to an invented value, with the currency beside an amount.</summary>
    public static void Set(JsonObject body, ResponseMemberModel member, ApiModel api, long amount, string currency)
    {
        Dotted.Set(body, member.Path, Of(member, api, amount, currency));
        if (member is { CurrencyAt: { } at, IsOfPayment: false })
        {
            Dotted.Set(body, at, new MoneyMembers(api, api.Money).Currency(currency));
        }
    }

    public static JsonObject Money(ApiModel api, long amount, string currency) => new MoneyMembers(api, api.Money).Object(amount, currency);

    /// <summary>Sets money at the usual path of its place.</summary>
    public static void SetMoney(JsonObject body, MoneyPlaceModel place, ApiModel api, long amount, string currency)
    {
        var members = new MoneyMembers(api, api.Money);
        Dotted.Set(body, place.Path, place.CurrencyAt is null ? members.Object(amount, currency) : members.Amount(amount, currency));
        if (place is { CurrencyAt: { } at, IsOfPayment: false })
        {
            Dotted.Set(body, at, members.Currency(currency));
        }
    }

    private static JsonNode Of(ResponseMemberModel member, ApiModel api, long amount, string currency) => member.Type switch
    {
        ResponseMemberType.Integer => 1,
        ResponseMemberType.Boolean => true,
        ResponseMemberType.Money when member.CurrencyAt is not null => new MoneyMembers(api, api.Money).Amount(amount, currency),
        ResponseMemberType.Money => Money(api, amount, currency),
        _ => "sandbox-" + MemberPath.NameOf(member.Path),
    };
}
