using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Apm.Catalogue.Tests;

/// <summary>What full refunds and settlements send: the bodies are optional, and reversals need a Content-Type without a body as well.</summary>
public class ReversalTests
{
    private const string Payment = """
        {
          "paymentId": "1",
          "lastEvent": "settled",
          "_links": { "self": { "href": "https://gateway.example/apmPayments/1" } },
          "_actions": {
            "reverse": { "href": "https://gateway.example/apmPayments/1/reversals" },
            "settle": { "href": "https://gateway.example/apmPayments/1/settlements" }
          }
        }
        """;

    private static readonly BasicCredentials s_credentials = new("shop", "secret");

    [Fact]
    public async Task A_refund_without_a_body_has_a_content_type_in_both_versions()
    {
        var newer = await SendAsync((V2024.WorldpayClient client) => client.RefundAsync(V2024.AlipayHkPayment.Parse(Payment)));
        var older = await SendAsync((V2023.WorldpayClient client) => client.RefundAsync(V2023.AlipayHkPayment.Parse(Payment)));

        Assert.Equal((0L, "application/json"), (newer.Length, newer.ContentType));
        Assert.Equal((0L, "application/json"), (older.Length, older.ContentType));
    }

    [Fact]
    public async Task A_refund_takes_a_reference_and_a_value()
    {
        var request = new V2024.WorldpayRefundRequest { Reference = "RETURN-1", Value = Money.FromMajor(1, "HKD") };

        var sent = await SendAsync((V2024.WorldpayClient client) => client.RefundAsync(V2024.AlipayHkPayment.Parse(Payment), request));

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse("""{ "reference": "RETURN-1", "value": { "amount": 100, "currency": "HKD" } }"""), JsonNode.Parse(sent.Body)));
    }

    [Fact]
    public async Task A_body_without_members_is_not_sent()
    {
        var shared = await SendAsync((V2024.WorldpayClient client) =>
            client.RefundAsync(V2024.AlipayHkPayment.Parse(Payment), new V2024.WorldpayRefundRequest()));
        var own = await SendAsync((V2024.WorldpayClient client) => V2024.KlarnaOperations.RefundAsync(client, V2024.KlarnaPayment.Parse(Payment)));

        Assert.Equal((0L, "application/json"), (shared.Length, shared.ContentType));
        Assert.Equal((0L, "application/json"), (own.Length, own.ContentType));
    }

    [Fact]
    public async Task A_settlement_without_a_body_has_no_content_type()
    {
        var sent = await SendAsync((V2024.WorldpayClient client) =>
            V2024.KlarnaOperations.SettleAsync(client, V2024.KlarnaPayment.Parse(Payment.Replace("settled", "authorized"))));

        Assert.Equal((0L, null), (sent.Length, sent.ContentType));
    }

    private static async Task<Recorder> SendAsync<TPayment>(Func<V2024.WorldpayClient, Task<TPayment>> send)
    {
        var recorder = new Recorder();
        using var http = ApmHttpHandler.CreateClient(recorder);
        await send(new V2024.WorldpayClient(http, s_credentials.Set(new V2024.WorldpayClientOptions())));
        return recorder;
    }

    private static async Task<Recorder> SendAsync<TPayment>(Func<V2023.WorldpayClient, Task<TPayment>> send)
    {
        var recorder = new Recorder();
        using var http = ApmHttpHandler.CreateClient(recorder);
        await send(new V2023.WorldpayClient(http, s_credentials.Set(new V2023.WorldpayClientOptions())));
        return recorder;
    }

    private sealed record BasicCredentials(string UserName, string Password)
    {
        public T Set<T>(T options)
            where T : BasicClientOptions
        {
            (options.BaseAddress, options.UserName, options.Password) = (new("https://gateway.example"), UserName, Password);
            return options;
        }
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public long? Length { get; private set; }

        public string? ContentType { get; private set; }

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            (Length, ContentType) = (request.Content.Headers.ContentLength, request.Content.Headers.ContentType?.ToString());
            return new HttpResponseMessage(HttpStatusCode.Accepted)
            {
                RequestMessage = request,
                Content = new StringContent(Payment, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            };
        }
    }
}
