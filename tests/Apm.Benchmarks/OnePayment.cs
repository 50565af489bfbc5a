using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Apm.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;
using Refit;

namespace Apm.Benchmarks;

/// <summary>
/// One payment over a handler in memory: request to bytes, headers, HttpClient, answer to a payment. The generated client
/// also validates, sends once under any handler, and keeps the answer; the others do not.
/// </summary>
[MemoryDiagnoser]
public class OnePayment
{
    private const string UserName = "merchant";
    private const string Password = "secret";

    private readonly InMemoryGateway _gateway = new(Examples.Answer);
    private readonly PeerRequest _peer = Examples.Peer;
    private readonly AlipayHkPaymentRequest _request = Examples.Generated;
    private HandClient _hand = null!;
    private JsonContentClient _jsonContent = null!;
    private NSwagLikeClient _nswag = null!;
    private IRefitClient _refit = null!;
    private WorldpayClient _generated = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _hand = new HandClient(Http(), UserName, Password);
        _jsonContent = new JsonContentClient(Http(), UserName, Password);
#pragma warning disable APM1013 // Nobody listens.
        _generated = new WorldpayClient(ApmHttpHandler.CreateClient(_gateway), new WorldpayClientOptions { UserName = UserName, Password = Password });
#pragma warning restore APM1013
        var http = Http();
        http.BaseAddress = WorldpayClientOptions.TryHost;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(UserName + ":" + Password)));
        _refit = RestService.For<IRefitClient>(
            http,
            new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions(PeerJson.Default.Options))));
        _nswag = new NSwagLikeClient(Http(withHeaders: true));

        var expected = await Sent(Generated);
        Agreement.On("the hand-written client", expected, await Sent(HandWritten));
        Agreement.On("JsonContent", expected, await Sent(JsonContent));
        Agreement.On("Refit", expected, await Sent(Refit));
        Agreement.On("NSwag", expected, await Sent(NSwag));
    }

    [Benchmark(Baseline = true, Description = "HttpClient + STJ source generation, by hand")]
    public async Task<int> HandWritten() => Order(await _hand.PayAsync(_peer).ConfigureAwait(false));

    [Benchmark(Description = "generated")]
    public async Task<int> Generated() => Order(await _generated.PayAsync(_request).ConfigureAwait(false));

    [Benchmark(Description = "PostAsJsonAsync + STJ source generation")]
    public async Task<int> JsonContent() => Order(await _jsonContent.PayAsync(_peer).ConfigureAwait(false));

    [Benchmark(Description = "Refit")]
    public async Task<int> Refit() => Order(await _refit.PayAsync(_peer).ConfigureAwait(false));

    [Benchmark(Description = "NSwag's template")]
    public async Task<int> NSwag() => Order(await _nswag.PayAsync(_peer, CancellationToken.None).ConfigureAwait(false));

    // What a shop stores with its order, and where it sends the customer. The generated payment makes these texts when they
    // are asked for, so they are.
    private static int Order(AlipayHkPayment payment) => Order(payment.PaymentId, payment.Self, payment.Redirect);

    private static int Order(PeerPayment payment) => Order(payment.PaymentId, payment.Links?["self"].Href, payment.Url);

    private static int Order(PeerBarePayment payment) => Order(payment.PaymentId, payment.Links?["self"].Href, payment.Url);

    private static int Order(string id, string? self, string? redirect) => id.Length + self!.Length + redirect!.Length;

    private HttpClient Http(bool withHeaders = false)
    {
        var http = new HttpClient(_gateway, disposeHandler: false);
        if (withHeaders)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(UserName + ":" + Password)));
            http.DefaultRequestHeaders.Add("WP-Api-Version", "2023-06-01");
        }

        return http;
    }

    /// <summary>What reaches the gateway, as text, and what comes back.</summary>
    private async Task<string> Sent(Func<Task<int>> pay)
    {
        var head = "";
        var body = new MemoryStream();
        _gateway.Sink = body;
        _gateway.Look = request =>
            head =
                $"{request.Method} {request.RequestUri} {request.Headers.Authorization} "
                + $"{string.Join(',', request.Headers.GetValues("WP-Api-Version"))} {request.Content!.Headers.ContentType!.MediaType}";
        var order = await pay();
        _gateway.Sink = Stream.Null;
        _gateway.Look = null;
        return $"{head}\n{Encoding.UTF8.GetString(body.ToArray())}\n{order}";
    }
}
