using System.Globalization;
using System.Text.Json;

namespace Apm;

/// <content>Times, decimal numbers and maps.</content>
public static partial class JsonInput
{
    private static readonly string[] s_times = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>Reads a time or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static DateTimeOffset? NextDateTime(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadDateTime(ref reader, path, name);

    /// <summary>Reads a time with its offset.</summary>
    /// <exception cref="JsonException">It is not a text, or not such a time.</exception>
    public static DateTimeOffset ReadDateTime(ref Utf8JsonReader reader, string path, string name)
    {
        var text = ReadString(ref reader, path, name);
        text = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text;
        return DateTimeOffset.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException($"The text at {Join(path, name)} is not a time such as 2024-01-31T12:00:00+01:00.", Join(path, name), null, null);
    }

    /// <summary>Reads a time in seconds since 1970, or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static DateTimeOffset? NextDateTimeSeconds(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadDateTimeSeconds(ref reader, path, name);

    /// <summary>Reads a time in seconds since 1970.</summary>
    /// <exception cref="JsonException">It is not an integer, or no time.</exception>
    public static DateTimeOffset ReadDateTimeSeconds(ref Utf8JsonReader reader, string path, string name) =>
        ReadInteger(ref reader, path, name) is var seconds
        && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new JsonException($"The number at {Join(path, name)} is not a time.", Join(path, name), null, null);

    /// <summary>Reads a number with decimals, or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static decimal? NextDecimalNumber(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadDecimalNumber(ref reader, path, name);

    /// <summary>Reads a number with decimals.</summary>
    /// <exception cref="JsonException">It is not a number, or has too many digits.</exception>
    public static decimal ReadDecimalNumber(ref Utf8JsonReader reader, string path, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value)
            ? value
            : throw Error(Join(path, name), "a number", reader.TokenType);

    /// <summary>Reads the text of a number, or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static decimal? NextDecimalNumberText(ref Utf8JsonReader reader, string path, string name, int decimals) =>
        NextIsNull(ref reader) ? null : ReadDecimalNumberText(ref reader, path, name, decimals);

    /// <summary>Reads the text of a number.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="path">The path of the object.</param>
    /// <param name="name">The name.</param>
    /// <param name="decimals">The fewest digits after the point; a negative number if there is no such limit.</param>
    /// <exception cref="JsonException">It is not a text, or not the text of a number with so many decimals.</exception>
    public static decimal ReadDecimalNumberText(ref Utf8JsonReader reader, string path, string name, int decimals)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var text = ReadString(ref reader, path, name);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var found = point < 0 ? 0 : text.Length - point - 1;
        return found >= decimals
            && !text.StartsWith('+')
            && point != 0
            && point != text.Length - 1
            && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new JsonException($"The text at {Join(path, name)} is not a number in the format of the gateway.", Join(path, name), null, null);
    }

    /// <summary>Reads a map or null.</summary>
    /// <exception cref="JsonException">It is neither, or has a value that is not a text.</exception>
    public static ApmMap? NextMap(ref Utf8JsonReader reader, string path, string name)
    {
        if (NextIsNull(ref reader))
        {
            return null;
        }

        List<KeyValuePair<string, string>>? entries = null;
        ExpectObject(ref reader, Join(path, name));
        while (NextMember(ref reader, out _))
        {
            NextEntry(ref reader, Join(path, name), ref entries);
        }

        return ToMap(entries) ?? ApmMap.Empty;
    }

    /// <summary>Reads an entry of a map. The reader is at the name of the entry.</summary>
    /// <exception cref="JsonException">Its value is not a text, or another entry has the name.</exception>
    public static void NextEntry(ref Utf8JsonReader reader, string path, ref List<KeyValuePair<string, string>>? entries)
    {
        var name = Text(ref reader, path);
        reader.Read();
        var text = ReadString(ref reader, path, name);
        entries ??= [];
        if (entries.Exists(entry => string.Equals(entry.Key, name, StringComparison.Ordinal)))
        {
            throw new JsonException($"The object at {path} has a name twice.", path, null, null);
        }

        entries.Add(new(name, text));
    }

    /// <summary>The map of the entries; null if there are none.</summary>
    public static ApmMap? ToMap(List<KeyValuePair<string, string>>? entries) => entries is null ? null : new ApmMap(entries);
}
