using System.Text.Json;
using System.Text.RegularExpressions;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Finds what a gateway accepts in a body and no client writes. A recorded body must have nothing of it.</summary>
internal static partial class BodyForm
{
    /// <param name="api">The API.</param>
    /// <param name="root">The root of the body.</param>
    /// <param name="body">The body, with its fields in the query string and in headers.</param>
    public static IEnumerable<string> DifferencesIn(ApiModel api, FieldModel root, JsonElement body) => In(api, root, body, "$");

    private static IEnumerable<string> In(ApiModel api, FieldModel field, JsonElement value, string path) => (field.Type, value.ValueKind) switch
    {
        (FieldType.Object, JsonValueKind.Object) => field.Members.Where(member => !member.IsFurther).SelectMany(member => Member(api, member, value, path)),
        (FieldType.List, JsonValueKind.Array) => value.EnumerateArray().SelectMany((item, index) => In(api, field.Item, item, $"{path}[{index}]")),
        (FieldType.Money, JsonValueKind.Object) when value.TryGetProperty(api.Money.AmountName, out var amount) =>
            Number(amount, path + "." + api.Money.AmountName),
        (FieldType.Money or FieldType.MinorUnits or FieldType.Integer or FieldType.Decimal, _) => Number(value, path),
        _ => [],
    };

    // Headers that do not matter are not recorded.
    private static IEnumerable<string> Member(ApiModel api, FieldModel member, JsonElement parent, string path)
    {
        var at = path + "." + member.Name;
        return (parent.TryGetProperty(member.Name, out var value), member) switch
        {
            (true, _) when value.ValueKind != JsonValueKind.Null => In(api, member, value, at),
            (true, { Required: false }) => [$"{at} is null, and a client leaves out a member without a value: remove it"],
            (false, { Preset: { } preset, Required: false, Place: FieldPlace.Body }) =>
                [$"the request has no {at}, and a client sends its preset '{preset}'"],
            _ => [],
        };
    }

    private static IEnumerable<string> Number(JsonElement value, string path)
    {
        var text = value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : "";
        return ZeroBefore().Match(text) is { Success: true } zero
            ? [$"{path} is '{text}', and a client writes '{zero.Groups["sign"].Value}{text[zero.Length..]}'"]
            : [];
    }

    [GeneratedRegex(@"\A(?<sign>-?)0+(?=[0-9])")]
    private static partial Regex ZeroBefore();
}
