using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The body of a recorded request as JSON.</summary>
internal static class RecordedBody
{
    /// <summary>An empty object for a request without a body; null if it is not written as the API writes bodies.</summary>
    public static string? Json(ExchangeBody? body, ApiModel api, MethodModel method) => (body?.Kind, api.Format) switch
    {
        (null, _) => "{}",
        (ExchangeBodyKind.Json, BodyFormat.Json) => body!.Text,
        (ExchangeBodyKind.Form, BodyFormat.Form) => FormText.ToJson(body!.Text, [.. MapPaths.Of(method)]),
        _ => null,
    };
}
