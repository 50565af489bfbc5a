using System.Net;
using System.Text;

namespace Apm.Catalogue.Tests.Mollie;

/// <summary>A gateway that gives the bodies of its documentation, one after the other, and refuses any other request.</summary>
internal sealed class Playback(params (string Request, int Status, string Body)[] answers) : HttpMessageHandler
{
    private readonly Queue<(string Request, int Status, string Body)> _answers = new(answers);

    /// <summary>The bodies of the requests.</summary>
    public List<string> Sent { get; } = [];

    public bool IsFinished => _answers.Count == 0;

    public MollieClient Client => new(ApmHttpHandler.CreateClient(this), new MollieClientOptions { Token = "test_key" });

    /// <summary>A payment; the amounts are those of the documentation, which has them only if they are known.</summary>
    public static string Payment(string status, string more = "") => $$"""
        {
          "resource": "payment", "id": "tr_7UhSN1zuXS", "mode": "test", "createdAt": "2026-11-02T10:00:00+00:00",
          "amount": { "value": "25.00", "currency": "EUR" }, "description": "Tea, order 1001", "method": "ideal",
          "metadata": { "order_id": "TEA-1001" }, "status": "{{status}}", {{more}}
          "profileId": "pfl_QkEhN94Ba", "sequenceType": "oneoff", "redirectUrl": "https://teashop.example/orders/1001",
          "_links": {
            "self": { "href": "https://api.mollie.com/v2/payments/tr_7UhSN1zuXS", "type": "application/hal+json" },
            "checkout": { "href": "https://www.mollie.com/checkout/ideal/7UhSN1zuXS", "type": "text/html" }
          }
        }
        """;

    public static string Paid(string refunded, string remaining) => Payment(
        "paid",
        $$"""
        "amountRefunded": { "value": "{{refunded}}", "currency": "EUR" }, "amountRemaining": { "value": "{{remaining}}", "currency": "EUR" },
        """);

    public static string Refund(string status, string amount) => $$"""
        {
          "resource": "refund", "id": "re_4qqhO89gsT", "mode": "test", "description": "Tea, returned",
          "amount": { "currency": "EUR", "value": "{{amount}}" }, "status": "{{status}}", "metadata": null, "paymentId": "tr_7UhSN1zuXS",
          "createdAt": "2026-11-03T17:09:02+00:00",
          "_links": { "payment": { "href": "https://api.mollie.com/v2/payments/tr_7UhSN1zuXS", "type": "application/hal+json" } }
        }
        """;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (expected, status, body) = _answers.Dequeue();
        Assert.Equal(expected, $"{request.Method} {request.RequestUri!.PathAndQuery}");
        Assert.Equal("Bearer test_key", request.Headers.Authorization?.ToString());
        Sent.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, "application/hal+json"),
        };
    }
}
