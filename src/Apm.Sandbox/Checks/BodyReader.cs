using System.Text.Json;
using Apm.Specs.Model;

namespace Apm.Sandbox.Checks;

internal static class BodyReader
{
    /// <summary>The body, or what is wrong with it before any spec is asked.</summary>
    public static (JsonElement Body, (ErrorKind Kind, string Message)? Error) Read(GatewayRequest request)
    {
        if (request.Body.IsEmpty)
        {
            return (default, (ErrorKind.EmptyBody, "The request has no body."));
        }

        if (RequestHeaders.CheckContentType(request) is { } wrongType)
        {
            return (default, wrongType);
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return (default, (ErrorKind.NotJson, "The body is not JSON."));
        }
    }
}
