using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Apm;

/// <summary>Reads JSON members for generated code. Errors name the path and never quote a value.</summary>
/// <remarks>In every method that reads, the reader is at the member's value before, and at the value's last token afterwards.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonInput
{
    /// <summary>Checks that the reader is at the start of an object.</summary>
    /// <param name="reader">A reader at a value.</param>
    /// <param name="path">The path of the value, such as <c>$.merchant</c>.</param>
    /// <exception cref="JsonException">It is not an object.</exception>
    public static void ExpectObject(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Error(path, "an object", reader.TokenType);
        }
    }

    /// <summary>Moves to the next member's name, or to the end of the object.</summary>
    /// <param name="reader">A reader at the start of the object, or at the end of a member's value.</param>
    /// <param name="name">The name without escapes. It is valid as long as the reader's input.</param>
    /// <returns>False at the end of the object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextMember(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        name = IsPlain(ref reader) ? reader.ValueSpan : Unescaped(ref reader);
        return true;
    }

    /// <summary>Moves from a member's name to the end of its value.</summary>
    public static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();

        // Not Skip, which throws while more input may come.
        reader.TrySkip();
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is not a text.</exception>
    public static string ReadString(ref Utf8JsonReader reader, string path, string name)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Error(Join(path, name), "a text", reader.TokenType);
        }

        return Text(ref reader, path, name);
    }

    /// <summary>Reads an address. It is kept as written and not checked.</summary>
    /// <exception cref="JsonException">It is not a text, or <see cref="Uri"/> cannot represent it.</exception>
    public static Uri ReadUri(ref Utf8JsonReader reader, string path, string name) =>
        Uri.TryCreate(ReadString(ref reader, path, name), UriKind.RelativeOrAbsolute, out var uri)
            ? uri
            : throw new JsonException($"The text at {Join(path, name)} is not an address.", Join(path, name), null, null);

    /// <summary>Reads an integer.</summary>
    /// <exception cref="JsonException">It is not an integer of 64 bits.</exception>
    public static long ReadInteger(ref Utf8JsonReader reader, string path, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            ? value
            : throw Error(Join(path, name), "an integer", reader.TokenType);

    /// <summary>Reads the text of an integer.</summary>
    /// <exception cref="JsonException">It is not a text, or not the text of an integer of 64 bits.</exception>
    public static long ReadIntegerText(ref Utf8JsonReader reader, string path, string name)
    {
        var text = ReadString(ref reader, path, name);
        return !text.StartsWith('+') && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"The text at {Join(path, name)} is not an integer.", Join(path, name), null, null);
    }

    /// <summary>Reads the text <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static bool ReadBooleanText(ref Utf8JsonReader reader, string path, string name) => ReadString(ref reader, path, name) switch
    {
        "true" => true,
        "false" => false,
        _ => throw new JsonException($"The text at {Join(path, name)} is neither true nor false.", Join(path, name), null, null),
    };

    /// <summary>Reads a date in the format year-month-day.</summary>
    /// <exception cref="JsonException">It is not a text, or not such a date.</exception>
    public static DateOnly ReadDate(ref Utf8JsonReader reader, string path, string name) =>
        DateOnly.TryParseExact(ReadString(ref reader, path, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException($"The text at {Join(path, name)} is not a date such as 2024-01-31.", Join(path, name), null, null);

    /// <summary>Reads a list.</summary>
    /// <param name="reader">At the start of an array before, and at its end afterwards.</param>
    /// <param name="path">The path of the object that has the list.</param>
    /// <param name="name">The list's name.</param>
    /// <param name="read">Reads an item.</param>
    /// <exception cref="JsonException">It is not an array, or an item is invalid.</exception>
    public static ApmList<T> ReadList<T>(ref Utf8JsonReader reader, string path, string name, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Error(Join(path, name), "a list", reader.TokenType);
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(ref reader, path, name + "[" + items.Count.ToString(CultureInfo.InvariantCulture) + "]"));
        }

        return items.Count == 0 ? ApmList<T>.Empty : new ApmList<T>([.. items]);
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static bool ReadBoolean(ref Utf8JsonReader reader, string path, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Error(Join(path, name), "true or false", reader.TokenType),
    };

    /// <summary>Creates the exception for a required member that is absent.</summary>
    /// <param name="path">The path of the object.</param>
    /// <param name="name">The member's name.</param>
    public static JsonException Missing(string path, string name) =>
        new($"The required member {Join(path, name)} is missing.", Join(path, name), null, null);

    /// <summary>Checks the id of a payment.</summary>
    /// <param name="id">The id, which may be absent.</param>
    /// <param name="body">The body of the response.</param>
    /// <param name="pattern">The pattern of the payment's id.</param>
    /// <param name="path">The path of the id, for errors.</param>
    /// <exception cref="JsonException">The id has another form, so the response is probably about another object.</exception>
    public static void ExpectId(JsonText id, ReadOnlyMemory<byte> body, Regex pattern, string path)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (id.In(body) is { } text && !pattern.IsMatch(text))
        {
            throw new JsonException(
                $"The text at $.{path} does not have the form of a payment's id, so the response is about another object.",
                "$." + path,
                null,
                null);
        }
    }

    /// <summary>The object at which the reader is, as UTF-8.</summary>
    /// <exception cref="JsonException">It is not well-formed Unicode.</exception>
    public static ReadOnlyMemory<byte> ReadRaw(ref Utf8JsonReader reader)
    {
        try
        {
            return Encoding.UTF8.GetBytes(JsonElement.ParseValue(ref reader).GetRawText());
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("The object is not well-formed Unicode.", "$", null, null);
        }
    }

    internal static bool IsPlain(ref Utf8JsonReader reader) => !reader.HasValueSequence && !reader.ValueIsEscaped;

    /// <summary>The text or member's name at which the reader is.</summary>
    internal static string Text(ref Utf8JsonReader reader, string path, string? name = null)
    {
        // Most texts are ASCII, which becomes a string without a count of characters.
        if (IsPlain(ref reader) && Ascii.IsValid(reader.ValueSpan))
        {
            return Encoding.Latin1.GetString(reader.ValueSpan);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var place = name is null ? path : Join(path, name);
            throw new JsonException($"The text at {place} is not well-formed Unicode.", place, null, null);
        }
    }

    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        var longest = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var name = new byte[longest];
        try
        {
            return name.AsSpan(0, reader.CopyString(name));
        }
        catch (InvalidOperationException)
        {
            // Not well-formed Unicode, so it equals no known name.
            return default;
        }
    }

    private static string Join(string path, string name) => path + "." + name;

    private static JsonException Error(string path, string expected, JsonTokenType found) =>
        new($"The value at {path} is {Describe(found)}, not {expected}.", path, null, null);

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "another number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
