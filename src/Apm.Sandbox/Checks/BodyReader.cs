using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Apm.Specs;

namespace Apm.Sandbox;

internal static class BodyReader
{
    /// <summary>Reads the body, and checks everything that does not depend on a spec.</summary>
    /// <param name="api">The API.</param>
    /// <param name="request">The request.</param>
    /// <param name="maps">The paths of maps, which a form does not tell from lists.</param>
    public static (JsonElement Body, (ErrorKind Kind, string Message)? Error) Read(
        ApiModel api,
        GatewayRequest request,
        IReadOnlyCollection<string> maps)
    {
        if (request.Body.IsEmpty)
        {
            return (default, (ErrorKind.EmptyBody, "The request has no body."));
        }

        if (RequestHeaders.CheckContentType(api, request) is { } wrongType)
        {
            return (default, wrongType);
        }

        if (api.Format == BodyFormat.Form)
        {
            return FormText.ToJson(Encoding.Latin1.GetString(request.Body.Span), maps) is { } json && TryParse(Encoding.UTF8.GetBytes(json)) is { } form
                ? (form, null)
                : (default, (ErrorKind.NotJson, "The body is not a form, or has two values for one name."));
        }

        return TryParse(request.Body) is { } body
            ? (body, null)
            : (default, (ErrorKind.NotJson, "The body is not JSON."));
    }

    private static JsonElement? TryParse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return HasReadableNames(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The parser accepts an unpaired surrogate in a member's name, but a later look-up of members throws.
    private static bool HasReadableNames(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && HasReadableNames(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(HasReadableNames),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
