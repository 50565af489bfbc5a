using System.Globalization;
using System.Text.Json;

namespace Apm.Sandbox;

/// <summary>Numbers and booleans in JSON, which some gateways have as texts.</summary>
internal static class Scalars
{
    /// <summary>The text of a value: a text, the digits of a number, <c>true</c> or <c>false</c>. Null for any other value.</summary>
    public static string? Text(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => JsonText.Read(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        _ => null,
    };

    public static long? Integer(JsonElement value, bool isText) => (isText, value.ValueKind) switch
    {
        (true, JsonValueKind.String) => Integer(JsonText.Read(value)),
        (false, JsonValueKind.Number) when value.TryGetInt64(out var number) => number,
        _ => null,
    };

    public static long? Integer(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && text[0] != '+' ? number : null;

    public static bool? Boolean(JsonElement value, bool isText) => (isText, value.ValueKind) switch
    {
        (false, JsonValueKind.True) => true,
        (false, JsonValueKind.False) => false,
        (true, JsonValueKind.String) => JsonText.Read(value) switch { "true" => true, "false" => false, _ => null },
        _ => null,
    };
}
