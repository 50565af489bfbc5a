using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>A text in an answer that becomes a string when somebody asks for it: links are long, and few are read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonText
{
    private readonly int _start;
    private readonly int _length;
    private string? _value;

    /// <summary>A text that is a string already.</summary>
    /// <param name="value">Null for an absent text.</param>
    public JsonText(string? value) => _value = value;

    private JsonText(int start, int length) => (_start, _length) = (start, length);

    /// <summary>Notes where the text is on which a reader stands.</summary>
    /// <param name="reader">Reads the whole answer from its first byte, and stands on a string.</param>
    /// <param name="path">Where the object stands, for errors.</param>
    /// <param name="name">The member's name, for errors.</param>
    /// <exception cref="JsonException">It is not a text.</exception>
    public static JsonText Read(ref Utf8JsonReader reader, string path, string name) =>
        reader.TokenType == JsonTokenType.String && JsonInput.IsPlain(ref reader)
            ? At(ref reader)
            : new JsonText(JsonInput.ReadString(ref reader, path, name));

    /// <summary>The text or member's name on which the reader stands.</summary>
    internal static JsonText Read(ref Utf8JsonReader reader, string path) =>
        JsonInput.IsPlain(ref reader) ? At(ref reader) : new JsonText(JsonInput.Text(ref reader, path));

    private static JsonText At(ref Utf8JsonReader reader) => new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);

    /// <summary>Whether there is no text.</summary>
    public readonly bool IsAbsent => _value is null && _start == 0;

    // A text never starts at 0: the first byte of an answer that has members is a brace.
    internal string? In(ReadOnlyMemory<byte> json) =>
        _value ??= _start == 0 ? null : Encoding.UTF8.GetString(json.Span.Slice(_start, _length));
}
