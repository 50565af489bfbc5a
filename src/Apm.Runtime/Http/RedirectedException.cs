using System.Net;

namespace Apm;

/// <summary>An HTTP client followed a redirect by itself, so its answer is not the one to the call.</summary>
internal sealed class RedirectedException : Exception
{
    public const string WayOut =
        "the HTTP client sent it to another address than the one asked, as when it follows a redirect; let ApmHttpHandler.Create() make the handler that sends";

    private RedirectedException(HttpStatusCode status)
        : base(WayOut) => Status = status;

    /// <summary>The status of the answer from the other address.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Checks what an HTTP client made of a request: in following a redirect it changes the address, or the method, or both.</summary>
    /// <exception cref="RedirectedException">The answer is to another request.</exception>
    public static void ThrowIfElsewhere(HttpResponseMessage response, HttpMethod method, Uri? address)
    {
        // A handler of a test may not say to what it answers.
        if (response.RequestMessage is { } answered && (answered.RequestUri != address || answered.Method != method))
        {
            throw new RedirectedException(response.StatusCode);
        }
    }
}
