using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Apm.Sandbox;

/// <summary>Numbers and booleans in JSON, which some gateways have as texts.</summary>
internal static partial class Scalars
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

    /// <param name="value">The number.</param>
    /// <param name="isText">Whether it is a text.</param>
    /// <param name="decimals">The fewest digits after the point of a text.</param>
    public static decimal? Decimal(JsonElement value, bool isText, int? decimals) => (isText, value.ValueKind) switch
    {
        (true, JsonValueKind.String) when JsonText.Read(value) is var text
            && DecimalForm().Match(text) is { Success: true } match
            && match.Groups["decimals"].Length >= (decimals ?? 0)
            && decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        (false, JsonValueKind.Number) when value.TryGetDecimal(out var number) => number,
        _ => null,
    };

    /// <summary>A time as ISO 8601 with seconds and an offset.</summary>
    public static DateTimeOffset? Time(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && JsonText.Read(value) is var text
        && TimeForm().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time)
            ? time
            : null;

    public static DateTimeOffset? TimeOf(long seconds) =>
        seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    [GeneratedRegex(@"\A-?[0-9]+(\.(?<decimals>[0-9]+))?\z")]
    private static partial Regex DecimalForm();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex TimeForm();

    public static bool? Boolean(JsonElement value, bool isText) => (isText, value.ValueKind) switch
    {
        (false, JsonValueKind.True) => true,
        (false, JsonValueKind.False) => false,
        (true, JsonValueKind.String) => JsonText.Read(value) switch { "true" => true, "false" => false, _ => null },
        _ => null,
    };
}
