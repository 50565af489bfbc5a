using System.Text;
using System.Text.Json;

namespace Apm.Testing;

/// <summary>A body as it was recorded, which is sent without validation.</summary>
internal sealed record RecordedBody(string Json) : IJsonModel<RecordedBody>
{
    public static void Write(ref JsonOutput output, RecordedBody value) => output.Raw(Encoding.UTF8.GetBytes(value.Json));

    public static RecordedBody Read(ref Utf8JsonReader reader, string path) => throw new NotSupportedException();
}
