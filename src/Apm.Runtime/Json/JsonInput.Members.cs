using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Apm;

/// <content>Members of an object. The reader moves from a member's name to the end of its value.</content>
public static partial class JsonInput
{
    /// <summary>Whether a name is the expected one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected) => name.SequenceEqual(expected);

    /// <summary>Moves to the value and returns whether it is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextIsNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null;
    }

    /// <summary>Reads a text or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static string? NextString(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadString(ref reader, path, name);

    /// <summary>Reads an address or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static Uri? NextUri(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadUri(ref reader, path, name);

    /// <summary>Reads an integer or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static long? NextInteger(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadInteger(ref reader, path, name);

    /// <summary>Reads the text of an integer, or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static long? NextIntegerText(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadIntegerText(ref reader, path, name);

    /// <summary>Reads the text <c>true</c> or <c>false</c>, or null.</summary>
    /// <exception cref="JsonException">It is none of them.</exception>
    public static bool? NextBooleanText(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadBooleanText(ref reader, path, name);

    /// <summary>Reads a date or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static DateOnly? NextDate(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadDate(ref reader, path, name);

    /// <summary>Reads <c>true</c>, <c>false</c> or null.</summary>
    /// <exception cref="JsonException">It is none of them.</exception>
    public static bool? NextBoolean(ref Utf8JsonReader reader, string path, string name) =>
        NextIsNull(ref reader) ? null : ReadBoolean(ref reader, path, name);

    /// <summary>Reads money or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static Money? NextMoney(ref Utf8JsonReader reader, string path, string name, MoneyFormat format) =>
        NextIsNull(ref reader) ? null : ReadMoney(ref reader, path, name, format);

    /// <summary>Reads a constant that is a boolean.</summary>
    /// <returns>True.</returns>
    /// <exception cref="JsonException">It is another value.</exception>
    public static bool NextConst(ref Utf8JsonReader reader, string path, string name, bool expected)
    {
        reader.Read();
        return reader.TokenType == (expected ? JsonTokenType.True : JsonTokenType.False)
            ? true
            : throw new JsonException($"The value at {Join(path, name)} is not {(expected ? "true" : "false")}.", Join(path, name), null, null);
    }

    /// <summary>Reads a constant that is a whole number.</summary>
    /// <returns>True.</returns>
    /// <exception cref="JsonException">It is another value.</exception>
    public static bool NextConst(ref Utf8JsonReader reader, string path, string name, long expected)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && number == expected
            ? true
            : throw new JsonException($"The value at {Join(path, name)} is not {expected}.", Join(path, name), null, null);
    }

    /// <summary>Reads a constant.</summary>
    /// <returns>True.</returns>
    /// <exception cref="JsonException">It is another value.</exception>
    public static bool NextConst(ref Utf8JsonReader reader, string path, string name, string expected)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(expected)
            ? true
            : throw new JsonException($"The value at {Join(path, name)} is not '{expected}'.", Join(path, name), null, null);
    }
}
