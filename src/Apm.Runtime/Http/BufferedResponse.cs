using System.Net;

namespace Apm;

/// <summary>A complete response of a gateway.</summary>
internal sealed record BufferedResponse(HttpStatusCode Status, byte[] Body, string? CorrelationId)
{
    private HttpResponseMessage? _response;

    /// <summary>The value of a header; null if the response does not have it. Several values have commas between them.</summary>
    public string? Header(string name) =>
        _response?.Headers.NonValidated.TryGetValues(name, out var values) == true ? values.ToString() : null;

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static async ValueTask<BufferedResponse> ReadAsync(HttpResponseMessage response, string? correlationHeader, CancellationToken cancellationToken)
    {
        var body = await ResponseBodyReader.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);

        // RFC 8259 lets a reader ignore a byte order mark. System.Text.Json rejects it.
        body = body.AsSpan().StartsWith("\uFEFF"u8) ? body[3..] : body;
        return new BufferedResponse(response.StatusCode, body, Correlation(response, correlationHeader)) { _response = response };
    }

    /// <summary>Gives the response a body that the outer handlers can read again.</summary>
    public void Refill(HttpResponseMessage response)
    {
        using var read = response.Content;
        var content = new ByteArrayContent(Body);
        if (read.Headers.NonValidated.TryGetValues("Content-Type", out var types))
        {
            foreach (var type in types)
            {
                content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        response.Content = content;
    }

    private static string? Correlation(HttpResponseMessage response, string? header)
    {
        if (header is not null && response.Headers.NonValidated.TryGetValues(header, out var values))
        {
            foreach (var value in values)
            {
                return value;
            }
        }

        return null;
    }
}
