using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Values of members in responses.</summary>
internal static class MemberValue
{
    /// <summary>An invented value of a declared member.</summary>
    public static JsonNode Of(ResponseMemberModel member, ApiModel api, long amount, string currency) => member.Type switch
    {
        ResponseMemberType.Integer => 1,
        ResponseMemberType.Boolean => true,
        ResponseMemberType.Money => Money(api, amount, currency),
        _ => "sandbox-" + member.Path[(member.Path.LastIndexOf('.') + 1)..],
    };

    public static JsonObject Money(ApiModel api, long amount, string currency) => new()
    {
        [api.Money.AmountName] = api.Money.Notation == MoneyNotation.MinorUnits ? amount : Exponents.Print(api, amount, currency),
        [api.Money.CurrencyName] = currency,
    };
}
