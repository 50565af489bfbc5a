using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Apm;

/// <summary>What stands in the body of an event. What an event can do without is null where it is odd; nothing odd makes a readable event unreadable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventContent
{
    // Ids are keys of a store.
    private const int LongestId = 256;

    // Years first and every part there; the offset may be missing.
    private static readonly string[] s_timestamps = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    private EventContent(string id, string type, JsonElement root, ReadOnlyMemory<byte> rawJson) =>
        (Id, Type, Root, RawJson) = (id, type, root, rawJson);

    internal string Id { get; }

    internal string Type { get; }

    internal string? Reference { get; private init; }

    internal DateTimeOffset? Timestamp { get; private init; }

    internal Money? Value { get; private init; }

    internal string? Method { get; private init; }

    internal string? Payment { get; private init; }

    internal JsonElement Root { get; }

    internal ReadOnlyMemory<byte> RawJson { get; }

    /// <summary>Reads the body of an event.</summary>
    /// <param name="profile">Where its members stand.</param>
    /// <param name="utf8Json">The raw body, which is kept.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    /// <exception cref="JsonException">It is not a JSON object, or its id or type is missing.</exception>
    public static EventContent Read(EventProfile profile, ReadOnlyMemory<byte> utf8Json)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var root = Parse(utf8Json.Span);
        var id = Text(root, profile.Id);
        if (string.IsNullOrEmpty(id))
        {
            throw JsonInput.Missing("$", profile.Id);
        }

        if (id.Length > LongestId)
        {
            throw new JsonException($"The id at $.{profile.Id} has more than {LongestId} characters.", "$." + profile.Id, null, null);
        }

        return new EventContent(id, Text(root, profile.Type) is { Length: > 0 } type ? type : throw JsonInput.Missing("$", profile.Type), root, utf8Json)
        {
            Reference = TextOrNull(root, profile.Reference),
            Timestamp = DateTimeOffset.TryParseExact(Text(root, profile.Timestamp), s_timestamps, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
            Value = profile is { Money: { } path, MoneyFormat: { } format } ? Money(root, path, format) : null,
            Method = TextOrNull(root, profile.Method),
            Payment = TextOrNull(root, profile.Payment),
        };
    }

    private static JsonElement Parse(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        var root = JsonElement.ParseValue(ref reader);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The event is not a JSON object.", "$", null, null);
        }

        // Nothing may follow: the reader refuses what does.
        reader.Read();
        return root;
    }

    private static Money? Money(JsonElement root, string path, MoneyFormat format)
    {
        if (!JsonPaths.TryFind(ref root, path))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(root.GetRawText()));
            reader.Read();
            var money = JsonInput.ReadMoney(ref reader, "$", path, format);
            return money.Currency.Length == 3 && money.Currency.All(char.IsAsciiLetterUpper) ? money : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOrNull(JsonElement root, string? path) => Text(root, path) is { Length: > 0 } text ? text : null;

    private static string? Text(JsonElement element, string? path)
    {
        if (path is null || !JsonPaths.TryFind(ref element, path) || element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // Not well-formed Unicode.
        }
    }
}
