using System.Net;
using System.Text;

namespace Apm.Catalogue.Tests.Playback;

/// <summary>A gateway that answers each request with the next of its responses, and keeps what was sent.</summary>
internal sealed class PlayedGateway(params (string Request, HttpStatusCode Status, string Json)[] responses) : HttpMessageHandler
{
    private readonly Queue<(string Request, HttpStatusCode Status, string Json)> _responses = new(responses);

    public List<(HttpRequestMessage Request, string Body)> Sent { get; } = [];

    public bool IsDone => _responses.Count == 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        Sent.Add((request, body));
        var (expected, status, json) = _responses.Dequeue();
        Assert.Equal(expected, $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.PathAndQuery)}");
        return new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
