using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Apm.Benchmarks.Peers;

/// <summary>
/// The shape of NSwag's C# client template with System.Text.Json, written out: the address from a builder, the body as bytes,
/// every header of the answer in a dictionary, the answer read from its stream. Source generation instead of its reflection.
/// </summary>
internal sealed class NSwagLikeClient(HttpClient http)
{
    private static readonly JsonSerializerOptions s_settings = new(PeerJson.Default.Options);

    private readonly string _baseUrl = WorldpayClientOptions.TryHost.AbsoluteUri;

    public async Task<PeerPayment> PayAsync(PeerRequest payment, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage();
        var json = JsonSerializer.SerializeToUtf8Bytes(payment, s_settings);
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        request.Content = content;
        request.Method = new HttpMethod("POST");
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json"));
        var address = new StringBuilder();
        address.Append(_baseUrl).Append("apmPayments");
        request.RequestUri = new Uri(address.ToString(), UriKind.RelativeOrAbsolute);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        try
        {
            var headers = new Dictionary<string, IEnumerable<string>>();
            foreach (var header in response.Headers)
            {
                headers[header.Key] = header.Value;
            }

            foreach (var header in response.Content.Headers)
            {
                headers[header.Key] = header.Value;
            }

            if ((int)response.StatusCode != 201)
            {
                throw new HttpRequestException($"The HTTP status code of the response was not expected ({(int)response.StatusCode}).");
            }

            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return (await JsonSerializer.DeserializeAsync<PeerPayment>(stream, s_settings, cancellationToken).ConfigureAwait(false))!;
        }
        finally
        {
            response.Dispose();
        }
    }
}
