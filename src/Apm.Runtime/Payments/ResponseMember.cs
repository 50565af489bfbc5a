using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>Finds members of a response by their paths.</summary>
internal static class ResponseMember
{
    /// <param name="root">The response.</param>
    /// <param name="path">The name of a member, or names joined by dots. A member whose own name has dots is found first.</param>
    /// <param name="value">The member's value.</param>
    public static bool TryGet(JsonElement root, string path, out JsonElement value)
    {
        if (JsonPaths.TryGetMember(root, path, out value))
        {
            return true;
        }

        value = root;
        return JsonPaths.TryFind(ref value, path);
    }

    public static string? Text(JsonElement root, string path)
    {
        try
        {
            return TryGet(root, path, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate, which cannot become a text.
            return null;
        }
    }

    /// <summary>A text, or the digits of a number.</summary>
    public static string? TextOrNumber(JsonElement root, string path) =>
        TryGet(root, path, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(root, path);

    public static long? Integer(JsonElement root, string path) =>
        TryGet(root, path, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public static bool? Boolean(JsonElement root, string path) =>
        TryGet(root, path, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.ValueKind == JsonValueKind.True : null;

    /// <summary>Money whose amount and currency are two members.</summary>
    public static Money? Money(JsonElement root, string path, string currency, MoneyFormat format) =>
        TryGet(root, path, out var amount) && TryGet(root, currency, out var code) ? JsonInput.ReadMoney(amount, code, format) : null;

    /// <summary>Money whose amount alone is in the response.</summary>
    /// <param name="root">The response.</param>
    /// <param name="path">The path of the amount.</param>
    /// <param name="currency">Null if it is not known.</param>
    /// <param name="format">How the gateway writes money.</param>
    public static Money? MoneyIn(JsonElement root, string path, string? currency, MoneyFormat format) =>
        currency is not null && TryGet(root, path, out var amount) ? JsonInput.ReadMoney(amount, currency, format) : null;

    public static Money? Money(JsonElement root, string path, MoneyFormat format)
    {
        if (!TryGet(root, path, out var value) || value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
            reader.Read();
            return JsonInput.ReadMoney(ref reader, "$", path, format);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Not money, or not well-formed Unicode.
            return null;
        }
    }
}
