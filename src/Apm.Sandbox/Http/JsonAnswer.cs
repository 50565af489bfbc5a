using System.Text.Json;
using System.Text.Json.Nodes;

namespace Apm.Sandbox;

internal static class JsonAnswer
{
    public static GatewayResponse Of(int status, JsonObject body, params (string Name, string? Value)[] headers)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            body.WriteTo(writer);
        }

        return GatewayResponse.Of(status, "application/json", stream.ToArray(), headers);
    }
}
