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

    /// <summary>Reads the object. The reader is at its start before, and at its end afterwards.</summary>
    /// <param name="reader">A reader at <see cref="JsonTokenType.StartObject"/>.</param>
    /// <param name="path">The path of the object, such as <c>$.merchant</c>.</param>
    /// <exception cref="JsonException">The JSON does not match the spec. The exception's path and message name the place.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader, string path);
}
