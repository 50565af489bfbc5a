using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.AspNetCore.Tests;

/// <summary>A shop that hears of its payments over real HTTP, and a gateway's way to sign that shares no code with it.</summary>
internal sealed class WebhookShop : IAsyncDisposable
{
    public const string Secret = "a secret that both know";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private WebhookShop(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        _http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Every call of the handler.</summary>
    public List<WorldpayEvent> Handled { get; } = [];

    public static Task<WebhookShop> OpenAsync(
        Action<IServiceCollection>? services = null,
        Action<ApmWebhookOptions>? options = null,
        Func<WorldpayEvent, CancellationToken, Task>? handler = null)
    {
        WebhookShop? shop = null;
        return StartAsync(
            all =>
            {
                services?.Invoke(all);
                all.AddApmWebhooks<WorldpayEvent>(events =>
                {
                    events.Keys["1"] = Secret;
                    options?.Invoke(events);
                });
            },
            app => app.MapApmWebhooks("/events", (WorldpayEvent received, CancellationToken cancellationToken) =>
            {
                lock (shop!.Handled)
                {
                    shop.Handled.Add(received);
                }

                return handler?.Invoke(received, cancellationToken) ?? Task.CompletedTask;
            }),
            opened => shop = opened);
    }

    public static async Task<WebhookShop> StartAsync(Action<IServiceCollection> services, Action<WebApplication> map, Action<WebhookShop>? opened = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        services(builder.Services);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        await app.StartAsync();
        var shop = new WebhookShop(app);
        opened?.Invoke(shop);
        return shop;
    }

    public static string Sign(string body, string secret = Secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    public static string Body(string id = "evt-1", string type = "sentForSettlement") => $$$"""
        {"eventId":"{{{id}}}","eventTimestamp":"2026-06-13T14:18:13.407",
        "eventDetails":{"classification":"payment","transactionReference":"ORDER-1","type":"{{{type}}}",
        "amount":{"value":12850,"currencyCode":"HKD"},"paymentInstrument":{"method":"Alipay HK"},"_links":{"payment":{"href":""} } } }
        """;

    /// <summary>Signed with the first key.</summary>
    public Task<HttpStatusCode> DeliverAsync(string body) => DeliverAsync(body, $"1/SHA256/{Sign(body)}");

    public Task<HttpStatusCode> DeliverAsync(string body, params string[] signatures) => SendAsync("/events", body, signatures);

    public Task<HttpStatusCode> DeliverToAsync(string path, string body) => SendAsync(path, body, $"1/SHA256/{Sign(body)}");

    private async Task<HttpStatusCode> SendAsync(string path, string body, params string[] signatures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var signature in signatures)
        {
            request.Headers.TryAddWithoutValidation("Event-Signature", signature);
        }

        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
