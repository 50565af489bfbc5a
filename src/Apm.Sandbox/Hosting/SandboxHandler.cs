using System.Net;

namespace Apm.Sandbox;

/// <summary>Reaches a gateway in process. It follows no redirects and keeps no cookies, like the handler of a payment client.</summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly Gateway _gateway;

    internal SandboxHandler(Gateway gateway) => _gateway = gateway;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var url = request.RequestUri is { IsAbsoluteUri: true } absolute
            ? absolute
            : throw new InvalidOperationException("The request must have an absolute address: set the BaseAddress of the HttpClient.");
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);

        // A gateway processes a received request even if its caller stops waiting.
        var answer = await _gateway.HandleAsync(
            new()
            {
                Method = request.Method.Method.ToUpperInvariant(),
                Origin = url.GetLeftPart(UriPartial.Authority),
                Path = url.AbsolutePath,
                Query = url.Query,
                Headers = Headers(request),
                Body = body,
            },
            CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        return answer.IsLost
            ? throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "The sandbox dropped the response, because a test requested this.",
                new IOException("The response ended prematurely."))
            : Response(answer, request);
    }

    private static Dictionary<string, string> Headers(HttpRequestMessage request) =>
        request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated ?? default(IEnumerable<KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues>>) ?? [])
            .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.SelectMany(header => header.Value)), StringComparer.OrdinalIgnoreCase);

    private static HttpResponseMessage Response(GatewayResponse answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(answer.Body),
        };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
