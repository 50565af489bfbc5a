using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Apm;

/// <summary>Lets System.Text.Json read and write a type that reads and writes its own JSON.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : class, IJsonModel<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Read(ref reader, "$");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var output = JsonOutput.Rent();
        try
        {
            T.Write(ref output, value);
            writer.WriteRawValue(output.WrittenSpan, skipInputValidation: true);
        }
        finally
        {
            output.Dispose();
        }
    }
}
