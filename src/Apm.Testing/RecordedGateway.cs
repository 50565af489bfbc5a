using System.Net;
using System.Security.Cryptography;
using System.Text;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The handler of a client that returns a recorded response and keeps the request.</summary>
/// <param name="response">Null to answer with an error.</param>
/// <param name="signature">The signature of responses; null if they have none.</param>
internal sealed class RecordedGateway(ExchangeResponse? response, SignatureProfile? signature = null) : HttpMessageHandler
{
    private static readonly Lazy<string> s_rsa = new(() =>
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    });

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
        foreach (var header in message.Headers.Where(header => !IsOfSignature(header.Name)))
        {
            if (!answer.Headers.TryAddWithoutValidation(header.Name, header.Value))
            {
                answer.Content.Headers.Remove(header.Name);
                answer.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        Sign(answer, request, Encoding.UTF8.GetBytes(message.Body?.Text ?? ""));
        return answer;
    }

    /// <summary>A key that signs and checks: a private key contains the public one.</summary>
    public static string KeyOf(SignatureProfile profile) => profile.Algorithm == SignatureAlgorithm.RsaSha256 ? s_rsa.Value : "00ff00ff";

    // The recorded signature cannot be made again, because its key is that of the gateway.
    private void Sign(HttpResponseMessage answer, HttpRequestMessage request, byte[] body)
    {
        if (signature is null)
        {
            return;
        }

        if (signature.TimeHeader is { } time)
        {
            answer.Headers.TryAddWithoutValidation(time, signature.TimeOf(TimeProvider.System.GetUtcNow()));
        }

        var signed = new SignedMessage(request.Method.Method, request.RequestUri!.PathAndQuery, body, name =>
            answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null);
        answer.Headers.TryAddWithoutValidation(signature.Header, signature.Sign(KeyOf(signature), signed));
    }

    private bool IsOfSignature(string name) =>
        name.Equals(signature?.Header, StringComparison.OrdinalIgnoreCase) || name.Equals(signature?.TimeHeader, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of a header of the request; null if it was not sent.</summary>
    public string? Header(string name) =>
        Request!.Headers.NonValidated.TryGetValues(name, out var values) || Request.Content?.Headers.NonValidated.TryGetValues(name, out values) == true
            ? values.ToString()
            : null;
}
