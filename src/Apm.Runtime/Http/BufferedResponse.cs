using System.Net;

namespace Apm;

/// <summary>A complete response of a gateway.</summary>
internal sealed record BufferedResponse(HttpStatusCode Status, byte[] Body, string? CorrelationId)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static async ValueTask<BufferedResponse> ReadAsync(HttpResponseMessage response, string? correlationHeader, CancellationToken cancellationToken)
    {
        var body = await ResponseBodyReader.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);

        // RFC 8259 lets a reader ignore a byte order mark. System.Text.Json rejects it.
        body = body.AsSpan().StartsWith("\uFEFF"u8) ? body[3..] : body;
        return new BufferedResponse(response.StatusCode, body, Correlation(response, correlationHeader));
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
