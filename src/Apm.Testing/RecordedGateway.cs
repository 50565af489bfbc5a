using System.Net;
using System.Text;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The handler of a client that returns a recorded response and keeps the request.</summary>
internal sealed class RecordedGateway(ExchangeResponse response) : HttpMessageHandler
{
    public int Requests { get; private set; }

    /// <summary>The body of the last request; null if it had none.</summary>
    public string? Body { get; private set; }

    public HttpRequestMessage? Request { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Request = request;
        Body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : null;
        var message = response.Message;
        var mediaType = message.Body?.Kind == ExchangeBodyKind.Text ? "text/plain" : "application/json";
        var answer = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new StringContent(message.Body?.Text ?? "", Encoding.UTF8, mediaType),
        };
        foreach (var header in message.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(header.Name, header.Value))
            {
                answer.Content.Headers.Remove(header.Name);
                answer.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        return answer;
    }
}
