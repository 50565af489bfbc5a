using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Apm.Benchmarks.Peers;

/// <summary>A careful merchant's own client: source generation, bytes instead of strings, headers made once.</summary>
internal sealed class HandClient(HttpClient http, string userName, string password)
{
    private static readonly Uri s_address = new(WorldpayClientOptions.TryHost, "/apmPayments");
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private readonly AuthenticationHeaderValue _credentials =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userName + ":" + password)));

    public async Task<PeerBarePayment> PayAsync(PeerRequest payment, CancellationToken cancellationToken = default)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(payment, PeerJson.Default.PeerRequest));
        content.Headers.ContentType = s_json;
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = content };
        request.Headers.Authorization = _credentials;
        request.Headers.Add("WP-Api-Version", "2023-06-01");
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var answer = JsonSerializer.Deserialize(body, PeerJson.Default.PeerBarePayment)!;
        answer.RawJson = body;
        return answer;
    }
}
