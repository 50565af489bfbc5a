using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The currency of amounts whose currency is that of the payment. It is not sent, so it is added before a body is checked.</summary>
internal static class PaymentCurrency
{
    /// <summary>The body with the currency beside each of these amounts.</summary>
    /// <param name="api">The API.</param>
    /// <param name="root">The root of the body.</param>
    /// <param name="body">The body.</param>
    /// <param name="currency">The currency of the payment; null if it is not known.</param>
    public static JsonElement Add(ApiModel api, FieldModel root, JsonElement body, string? currency)
    {
        if (currency is null || body.ValueKind != JsonValueKind.Object || !root.ConstNames().Contains(ValueName.PaymentCurrency))
        {
            return body;
        }

        var merged = JsonObject.Create(body)!;
        Add(root, merged, new MoneyMembers(api, api.Money).Currency(currency));
        using var document = JsonDocument.Parse(merged.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>The currency of a payment request; null if it has none.</summary>
    public static string? Of(ApiModel api, MethodModel method, JsonElement body) =>
        api.Roles.Value.Split('.').Aggregate((FieldModel?)method.Request, (field, name) => field?.Member(name)) is { Type: FieldType.Money } value
            ? new MoneyInterpreter(api).Read(value, body)?.Currency
            : null;

    private static void Add(FieldModel field, JsonNode? value, string currency)
    {
        if (value is JsonArray items && field.Type == FieldType.List)
        {
            foreach (var item in items)
            {
                Add(field.Item, item, currency);
            }
        }
        else if (value is JsonObject members)
        {
            foreach (var member in field.Members)
            {
                if (member.Money is { IsOfPayment: true } && members[member.Name] is not null)
                {
                    members[MoneyModel.CurrencyOfPayment] = currency;
                }

                Add(member, members[member.Name], currency);
            }
        }
    }
}
