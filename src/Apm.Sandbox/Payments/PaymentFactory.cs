using System.Security.Cryptography;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

internal static class PaymentFactory
{
    /// <summary>Creates a payment from a valid body.</summary>
    public static PaymentRecord Create(ApiModel api, MethodModel method, JsonElement body, string origin, SandboxWebhooks webhooks, DateTimeOffset now)
    {
        var money = Field(method.Request, api.Roles.Value) is { } value ? new MoneyInterpreter(api).Read(value, body) : null;
        var isSale = IsSale(api, method, body);
        return new()
        {
            Id = api.Response.IdPattern is { } pattern ? PatternExample.Of(pattern, RandomNumberGenerator.GetInt32) : RandomToken.Id(),
            PageToken = RandomToken.Text(32),
            Api = api,
            Method = method,
            Origin = origin,
            Webhooks = webhooks,
            Reference = Dotted.Text(body, api.Roles.Reference),
            Amount = money?.Amount ?? 0,
            Currency = money?.Currency ?? "",
            Returns = Returns(api, body),
            IsSale = isSale,
            Shown = [.. Shown(api.Request, body)],
            Events = [.. method.Events.Where(caused => new RuleInterpreter(api, method.Request).Hold(caused.When, body))],
            CreatedAt = now,
            Known = Statuses.TryFirst(api, method, PaymentState.Pending)
                ?? Statuses.TryFirst(api, method, isSale ? PaymentState.Paid : PaymentState.Authorized)
                ?? api.Statuses[0],
        };
    }

    // If a method offers both, the request chooses. If the request does not, the default of the field does.
    private static bool IsSale(ApiModel api, MethodModel method, JsonElement body)
    {
        if (!method.Capabilities.Contains(PaymentKind.Authorization) || !method.Capabilities.Contains(PaymentKind.Sale))
        {
            return !method.Capabilities.Contains(PaymentKind.Authorization);
        }

        if (!api.Roles.Authorization.IsEmpty)
        {
            return !new RuleInterpreter(api, method.Request).Hold(api.Roles.Authorization, body);
        }

        return api.Roles.Sale is not { } path || Field(method.Request, path) is not { } field
            || (Boolean(Dotted.Find(body, path)) ?? field.Default == "true");
    }

    private static bool? Boolean(JsonElement? value) =>
        value is { } found ? Scalars.Boolean(found, isText: found.ValueKind == JsonValueKind.String) : null;

    private static FieldModel? Field(FieldModel root, string path) =>
        path.Split('.').Aggregate((FieldModel?)root, (field, name) => field?.Member(name));

    private static Dictionary<PaymentState, string> Returns(ApiModel api, JsonElement body)
    {
        var returns = new Dictionary<PaymentState, string>();
        foreach (var role in api.Roles.Returns)
        {
            if (Dotted.Text(body, role.Path) is { } url)
            {
                returns.TryAdd(role.State, url);
            }
        }

        return returns;
    }

    // Fields that all methods share are about the merchant. Fields of a method may be personal data of the customer.
    private static IEnumerable<(string Path, string Text)> Shown(FieldModel field, JsonElement body) => field.Type switch
    {
        FieldType.Object => field.Members.SelectMany(member => Shown(member, body)),
        FieldType.String when Dotted.Text(body, field.Path) is { } text =>
            [(field.Path, field is { ReplacesCharacters: true, Pattern.Characters: { } characters } ? OtherCharacters.Replace(text, characters) : text)],
        _ => [],
    };
}
