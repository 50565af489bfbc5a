using System.Net;
using System.Text;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The handler of a client that returns a recorded response and keeps the request.</summary>
/// <param name="response">Null to answer with an error.</param>
internal sealed class RecordedGateway(ExchangeResponse? response) : HttpMessageHandler
{
    /// <summary>The user name, the password and the key of the client.</summary>
    public const string Credential = "recorded";

    public int Requests { get; private set; }

    /// <summary>The body of the last request; null if it had none.</summary>
    public string? Body { get; private set; }

    public HttpRequestMessage? Request { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Request = request;
        Body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : null;
        if (response is null)
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { RequestMessage = request };
        }

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

    /// <summary>The value of a header of the request; null if it was not sent.</summary>
    public string? Header(string name) =>
        Request!.Headers.NonValidated.TryGetValues(name, out var values) || Request.Content?.Headers.NonValidated.TryGetValues(name, out values) == true
            ? values.ToString()
            : null;
}
