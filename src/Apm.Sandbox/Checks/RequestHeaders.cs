using Apm.Specs;

namespace Apm.Sandbox;

internal static class RequestHeaders
{
    private const string Json = "application/json";

    /// <summary>The media type of the bodies of requests.</summary>
    public static string MediaType(ApiModel api) => api.Format == BodyFormat.Form ? FormText.MediaType : Json;

    /// <summary>Reports the first header that is missing or wrong.</summary>
    public static (ErrorKind Kind, string Message)? Check(ApiModel api, GatewayRequest request)
    {
        foreach (var header in api.Headers)
        {
            if (request.Header(header.Name) is not { } value)
            {
                if (IsOptional(api, header))
                {
                    continue;
                }

                return (ErrorKind.HeaderMissing, $"The header {header.Name} is missing.");
            }

            if (!IsValue(header, value))
            {
                return (ErrorKind.HeaderInvalid, $"The header {header.Name} must be {header.Value}.");
            }
        }

        return null;
    }

    /// <summary>Whether a header is sent with a value.</summary>
    public static bool IsValue(HeaderModel header, string value) => header.IsTemplate ? NameTemplate.Matches(header.Value, value) : value == header.Value;

    // A header with a setting that the merchant does not have is not sent.
    private static bool IsOptional(ApiModel api, HeaderModel header) => header.IsTemplate
        && NameTemplate.Names(header.Value).Any(name => ValueName.Setting(name) is { } setting && api.Merchant?.Member(setting) is { Required: false });

    /// <summary>Checks the content type of a request with a body.</summary>
    public static (ErrorKind Kind, string Message)? CheckContentType(ApiModel api, GatewayRequest request)
    {
        if (request.Header("Content-Type") is not { } type)
        {
            return (ErrorKind.HeaderMissing, "The header Content-Type is missing.");
        }

        return type.Split(';')[0].Trim().Equals(MediaType(api), StringComparison.OrdinalIgnoreCase)
            ? null
            : (ErrorKind.HeaderInvalid, $"The header Content-Type must be {MediaType(api)}.");
    }

    public static bool AllMatch(ApiModel api, GatewayRequest request) => Check(api, request) is null;
}
