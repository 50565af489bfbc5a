using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Finds members of a body that the spec does not have. A gateway ignores them, but a recorded body must have none.</summary>
internal static class UnknownMembers
{
    public static IEnumerable<string> In(FieldModel root, JsonElement body) => In(root, body, "$");

    private static IEnumerable<string> In(FieldModel field, JsonElement value, string path) => (field.Type, value.ValueKind) switch
    {
        (FieldType.Object, JsonValueKind.Object) => value.EnumerateObject().SelectMany(member =>
            field.Members.FirstOrDefault(known => known.Name == member.Name) is { } known ? In(known, member.Value, path + "." + member.Name)
            : field.Members.Any(money => money.Money is { IsOfPayment: false } beside && beside.CurrencyAt == member.Name) ? []
            : field.Further is not null ? []
            : [path + "." + member.Name]),
        (FieldType.List, JsonValueKind.Array) => value.EnumerateArray().SelectMany((item, index) => In(field.Item, item, $"{path}[{index}]")),
        _ => [],
    };
}
