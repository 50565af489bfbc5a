using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Apm.Benchmarks.Peers;

/// <summary>What the documentation of HttpClient shows: <c>JsonContent</c> and <c>ReadFromJsonAsync</c>, with source generation.</summary>
internal sealed class JsonContentClient
{
    private readonly HttpClient _http;

    public JsonContentClient(HttpClient http, string userName, string password)
    {
        _http = http;
        _http.BaseAddress = WorldpayClientOptions.TryHost;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(userName + ":" + password)));
        _http.DefaultRequestHeaders.Add("WP-Api-Version", "2023-06-01");
    }

    public async Task<PeerPayment> PayAsync(PeerRequest payment, CancellationToken cancellationToken = default)
    {
        using var response = await _http.PostAsJsonAsync("/apmPayments", payment, PeerJson.Default.PeerRequest, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(PeerJson.Default.PeerPayment, cancellationToken).ConfigureAwait(false))!;
    }
}
