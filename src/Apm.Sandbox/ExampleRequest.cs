using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Creates requests that a method's spec accepts, from the spec alone.</summary>
public static class ExampleRequest
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Creates a payment request with the required members, the members that the rules require, and a return address for every outcome.</summary>
    /// <param name="api">The method's API.</param>
    /// <param name="method">The payment method.</param>
    /// <param name="reference">The shop's reference; null for a random one.</param>
    public static JsonObject For(ApiModel api, MethodModel method, string? reference = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(method);
        var body = Of(api, method.Request, method.Rules);
        if (reference is not null)
        {
            Dotted.Set(body, api.Roles.Reference, reference);
        }

        return body;
    }

    /// <summary>Creates the body of an operation with the required members and the members that its rules require.</summary>
    /// <param name="api">The method's API.</param>
    /// <param name="operation">The operation, as the method offers it.</param>
    /// <returns>Null for an operation without a body.</returns>
    public static JsonObject? For(ApiModel api, MethodOperationModel operation)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Body is { } root ? Of(api, root, operation.Rules) : null;
    }

    private static JsonObject Of(ApiModel api, FieldModel root, IReadOnlyList<RuleModel> rules)
    {
        var body = ObjectOf(api, root);
        new ExampleRules(api, root, field => ValueOf(api, field), made => AddCurrencies(api, root, made)).Keep(body, rules);
        AddCurrencies(api, root, body);
        return body;
    }

    // The currencies of the amounts that have them beside themselves.
    private static void AddCurrencies(ApiModel api, FieldModel field, JsonNode? value)
    {
        if (field.Type == FieldType.List)
        {
            foreach (var item in value as JsonArray ?? [])
            {
                AddCurrencies(api, field.Item, item);
            }

            return;
        }

        foreach (var member in field.Members)
        {
            if (value?[member.Name] is not { } found)
            {
                continue;
            }

            if (member.Money is { CurrencyAt: { } beside, IsOfPayment: false } money)
            {
                value[beside] ??= new MoneyMembers(api, api.Money).Currency(Currency(api, money));
            }

            AddCurrencies(api, member, found);
        }
    }

    private static string Currency(ApiModel api, MoneyModel? money) => money?.Currencies.FirstOrDefault() ?? api.Currencies[0];

    private static JsonObject ObjectOf(ApiModel api, FieldModel root)
    {
        var made = new JsonObject();
        foreach (var member in root.Members)
        {
            if (member.IsFurther)
            {
                continue;
            }

            if (member.Required || api.Roles.Returns.Any(role => role.Path == member.Path))
            {
                made[member.Name] = ValueOf(api, member);
            }
        }

        return made;
    }

    private static JsonNode ValueOf(ApiModel api, FieldModel field) =>
        (field.ConstType ?? field.Type) switch
        {
            _ when field is { ConstName: { } name, Type: not FieldType.Money } => Named(api, field, name),
            FieldType.Integer when field.ConstType is not null => NumberOf(field, long.Parse(field.Const!, CultureInfo.InvariantCulture)),
            FieldType.Object => ObjectOf(api, field),
            FieldType.Money => MoneyOf(api, field.Money),
            FieldType.List => new JsonArray([.. Enumerable.Range(0, (int)Math.Max(1, field.Count?.Min ?? 1)).Select(_ => ValueOf(api, field.Item))]),
            FieldType.Integer or FieldType.MinorUnits => NumberOf(
                field,
                field.Preset is { } preset ? long.Parse(preset, CultureInfo.InvariantCulture) : Math.Clamp(1, field.Range?.Min ?? 1, field.Range?.Max ?? 1)),
            FieldType.Boolean when field.IsText => field.Const ?? "true",
            FieldType.Boolean => field.Const != "false",
            FieldType.Const => field.Const ?? "",
            FieldType.Url => "https://shop.example/" + field.Name,
            FieldType.Email => "customer@example.com",
            FieldType.Phone => PhoneOf(field),
            FieldType.Iban => "DE89370400440532013000",
            FieldType.Date => field.DaysAhead is { } days ? DayOf(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "2030-01-31",
            FieldType.DateTime when field.IsUnixSeconds => TimeOf(field).ToUnixTimeSeconds(),
            FieldType.DateTime => TimeOf(field).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            FieldType.Decimal => DecimalOf(field),
            FieldType.Locale => field.Values.FirstOrDefault() ?? $"en{field.Separator}GB",
            FieldType.Map => new JsonObject([.. Enumerable.Range(1, (int)(field.Count?.Min ?? 0))
                .Select(number => KeyValuePair.Create("name" + number.ToString(CultureInfo.InvariantCulture), (JsonNode?)ValueOf(api, field.Item)))]),
            _ when field.Checksums.FirstOrDefault() is { } checksum => checksum switch
            {
                "cpf" => "11144477735",
                "cnpj" => "11222333000181",
                _ => "011000015",
            },
            FieldType.Json => "{}",
            FieldType.Country => field.Values.FirstOrDefault() ?? "GB",
            FieldType.Language => field.Values.FirstOrDefault() ?? "en",
            FieldType.Currency => field.Values.FirstOrDefault() ?? api.Currencies[0],
            FieldType.Enum => field.Preset ?? field.Default ?? field.Values[0],
            _ => field.Preset ?? field.Default ?? TextOf(api, field),
        };

    // The sandbox does not know the value.
    private static JsonNode Named(ApiModel api, FieldModel field, string name) =>
        ValueName.Setting(name) is { } setting && api.Merchant?.Member(setting) is { } rules ? ValueOf(api, rules)
        : field.ConstType switch
        {
            FieldType.Integer => NumberOf(field, 1),
            FieldType.Boolean => field.IsText ? "true" : true,
            _ => name == ValueName.Now ? "2030-01-31T12:00:00Z" : "example",
        };

    private static string PhoneOf(FieldModel field)
    {
        var plus = field.Plus == Plus.Required ? "+" : "";
        return plus + new string('1', Math.Clamp(7, Math.Max(1, (field.Length?.Min ?? 1) - plus.Length), (field.Length?.Max ?? 20) - plus.Length));
    }

    private static DateOnly DayOf(RangeModel days) =>
        DateOnly.FromDateTime(DateTime.UtcNow).AddDays((int)Math.Clamp(1, days.Min ?? 1, days.Max ?? 1));

    private static DateTimeOffset TimeOf(FieldModel field) =>
        new((field.DaysAhead is { } days ? DayOf(days) : new DateOnly(2030, 1, 31)).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private static JsonNode DecimalOf(FieldModel field)
    {
        var number = field.Preset is { } preset ? decimal.Parse(preset, CultureInfo.InvariantCulture)
            : Math.Clamp(1, field.Range?.Min ?? 1, field.Range?.Max ?? 1);
        return field.IsText ? number.ToString("F" + (field.Decimals ?? 0).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : number;
    }

    /// <summary>A number as the field has it in JSON.</summary>
    internal static JsonNode NumberOf(FieldModel field, long number) => field.IsText ? number.ToString(CultureInfo.InvariantCulture) : number;

    private static string TextOf(ApiModel api, FieldModel field)
    {
        var isReference = field.Path == api.Roles.Reference;
        if (field.Pattern is { Characters: null } pattern)
        {
            return PatternExample.Of(pattern, isReference ? RandomNumberGenerator.GetInt32 : static _ => 0);
        }

        var allowed = field.Pattern?.Characters ?? Letters;
        var seed = isReference ? "ORDER" + RandomToken.Text(12) : field.Name;
        var text = new StringBuilder(
            string.Concat(seed.Where(character => char.IsAsciiLetterOrDigit(character) && allowed.Contains(character, StringComparison.Ordinal))));
        var filler = allowed.Length > 0 ? allowed[^1] : 'x';
        while (text.Length < Math.Max(1, field.Length?.Min ?? 1))
        {
            text.Append(filler);
        }

        return text.ToString(0, Math.Min(text.Length, field.Length?.Max ?? 20));
    }

    private static JsonNode MoneyOf(ApiModel api, MoneyModel? money)
    {
        var currency = Currency(api, money);
        var (members, amount) = (new MoneyMembers(api, api.Money), Amount(api, money, currency));
        return money?.CurrencyAt is null ? members.Object(amount, currency) : members.Amount(amount, currency);
    }

    private static long Amount(ApiModel api, MoneyModel? money, string currency)
    {
        const long Usual = 1234;
        var limit = money?.EnforcedLimits.FirstOrDefault(known => known.Currency == currency);
        var unit = Exponents.ToMajor(api, 1, currency);
        var min = limit?.Min is { } least ? (long)Math.Ceiling(Exponents.LimitToMajor(api, least, currency) / unit) : 1;
        var max = limit?.Max is { } most ? (long)Math.Floor(Exponents.LimitToMajor(api, most, currency) / unit) : long.MaxValue;
        return Math.Clamp(Usual, Math.Max(min, money?.MinorUnits?.Min ?? 1), Math.Min(max, money?.MinorUnits?.Max ?? long.MaxValue));
    }
}
