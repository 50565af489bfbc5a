using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>A text in a response that becomes a string on first use, because links are long and most of them are never used.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonText
{
    private readonly int _start;
    private readonly int _length;
    private string? _value;

    /// <summary>Creates a text from a string.</summary>
    /// <param name="value">Null for an absent text.</param>
    public JsonText(string? value) => _value = value;

    private JsonText(int start, int length) => (_start, _length) = (start, length);

    /// <summary>
    /// Stores the position of the text at which a reader is. Gateways send ids and statuses as numbers, too: the text of a number has all
    /// its digits.
    /// </summary>
    /// <param name="reader">A reader of the whole response, at a string or a number.</param>
    /// <param name="path">The path of the object, for errors.</param>
    /// <param name="name">The member's name, for errors.</param>
    /// <exception cref="JsonException">It is neither a text nor a number.</exception>
    public static JsonText Read(ref Utf8JsonReader reader, string path, string name) => reader.TokenType switch
    {
        JsonTokenType.String when JsonInput.IsPlain(ref reader) => At(ref reader),
        JsonTokenType.Number when JsonInput.IsPlain(ref reader) => new JsonText((int)reader.TokenStartIndex, reader.ValueSpan.Length),
        _ => new JsonText(JsonInput.ReadString(ref reader, path, name)),
    };

    /// <summary>The text or member's name at which the reader is.</summary>
    internal static JsonText Read(ref Utf8JsonReader reader, string path) =>
        JsonInput.IsPlain(ref reader) ? At(ref reader) : new JsonText(JsonInput.Text(ref reader, path));

    private static JsonText At(ref Utf8JsonReader reader) => new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);

    /// <summary>Whether there is no text.</summary>
    public readonly bool IsAbsent => _value is null && _start == 0;

    // A text never starts at 0, because the first byte of a response with members is a brace.
    internal string? In(ReadOnlyMemory<byte> json) =>
        _value ??= _start == 0 ? null : Encoding.UTF8.GetString(json.Span.Slice(_start, _length));
}
