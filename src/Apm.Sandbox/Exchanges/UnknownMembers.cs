using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Finds members of a body that the spec does not have. A gateway ignores them, but a recorded body must have none.</summary>
internal static class UnknownMembers
{
    public static IEnumerable<string> In(ApiModel api, FieldModel root, JsonElement body) => In(api.Money, root, body, "$");

    private static IEnumerable<string> In(MoneyFormatModel money, FieldModel field, JsonElement value, string path) => (field.Type, value.ValueKind) switch
    {
        (FieldType.Object, JsonValueKind.Object) => value.EnumerateObject().SelectMany(member =>
            field.Members.FirstOrDefault(known => known.Name == member.Name) is { } known ? In(money, known, member.Value, path + "." + member.Name)
            : field.Members.Any(amount => amount.Money is { IsOfPayment: false } beside && beside.CurrencyAt == member.Name) ? []
            : field.Further is not null ? []
            : [path + "." + member.Name]),
        (FieldType.List, JsonValueKind.Array) => value.EnumerateArray().SelectMany((item, index) => In(money, field.Item, item, $"{path}[{index}]")),
        (FieldType.Money, JsonValueKind.Object) when field.Money?.CurrencyAt is null => value.EnumerateObject()
            .Where(member => member.Name != money.AmountName && member.Name != money.CurrencyName)
            .Select(member => path + "." + member.Name),
        _ => [],
    };
}
