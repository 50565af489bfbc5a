using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>A type that writes and reads its own JSON object.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf>
{
    /// <summary>Writes the object.</summary>
    static abstract void Write(ref JsonOutput output, TSelf value);

    /// <summary>Reads the object: the reader stands on its start, and on its end afterwards.</summary>
    /// <param name="reader">Stands on <see cref="JsonTokenType.StartObject"/>.</param>
    /// <param name="path">Where the object stands, such as <c>$.merchant</c>.</param>
    /// <exception cref="JsonException">The JSON is not what the spec says. Its path and message name the place.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader, string path);
}
