using System.Net;
using System.Net.Http.Headers;

namespace Apm.Benchmarks.Peers;

/// <summary>Takes every request to its end, as a socket would, and gives the same answer.</summary>
internal sealed class InMemoryGateway(byte[] answer) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

    /// <summary>Where bodies go.</summary>
    public Stream Sink { get; set; } = Stream.Null;

    /// <summary>What the last request looked like, for the comparison of peers.</summary>
    public Action<HttpRequestMessage>? Look { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Sink, cancellationToken).ConfigureAwait(false);
        Look?.Invoke(request);
        var content = new ByteArrayContent(answer);
        content.Headers.ContentType = s_json;
        return new HttpResponseMessage(Status) { Content = content, RequestMessage = request };
    }
}
