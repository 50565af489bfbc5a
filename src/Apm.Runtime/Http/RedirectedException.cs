using System.Net;

namespace Apm;

/// <summary>An HTTP client followed a redirect by itself, so the response does not belong to the call.</summary>
internal sealed class RedirectedException : Exception
{
    public const string WayOut =
        "the HTTP client sent the request to another address, for example because it follows redirects; "
        + "create the innermost handler with ApmHttpHandler.Create()";

    private RedirectedException(HttpStatusCode status)
        : base(WayOut) => Status = status;

    /// <summary>The status of the response from the other address.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Checks whether the request of a response is unchanged. A followed redirect changes its address, its method, or both.</summary>
    /// <exception cref="RedirectedException">The response belongs to another request.</exception>
    public static void ThrowIfElsewhere(HttpResponseMessage response, HttpMethod method, Uri? address)
    {
        // A test handler may not set the request of its response.
        if (response.RequestMessage is { } answered && (answered.RequestUri != address || answered.Method != method))
        {
            throw new RedirectedException(response.StatusCode);
        }
    }
}
