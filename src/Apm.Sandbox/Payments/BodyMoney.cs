using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The amount of an operation.</summary>
internal static class BodyMoney
{
    /// <summary>The first amount of a body; null if it has none.</summary>
    public static (FieldModel Field, long Amount, string Currency)? Find(ApiModel api, FieldModel? root, JsonElement body) =>
        Field(root) is { } field && new MoneyInterpreter(api).Read(field, body) is { } money ? (field, money.Amount, money.Currency) : null;

    private static FieldModel? Field(FieldModel? field) => field switch
    {
        null => null,
        { Type: FieldType.Money } => field,
        _ => field.Members.Select(Field).FirstOrDefault(found => found is not null),
    };
}
