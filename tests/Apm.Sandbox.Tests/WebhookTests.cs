using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Sandbox.Tests;

/// <summary>What the gateway tells by itself: as the API file says, until it is acknowledged.</summary>
public class WebhookTests
{
    [Fact]
    public async Task An_event_stands_and_is_signed_as_the_API_file_says()
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Texts, Webhooks = new() { Keys = new Dictionary<string, string> { ["k"] = "secret" } } });
        using var shop = new Shop(gateway, method: gateway.Methods.Single(method => method.Id == "paypod"));
        var request = shop.Request("order7");
        var payment = await shop.PayAsync(request);
        Assert.Empty(gateway.Webhooks.All);

        await gateway.Customer.AuthorizeAsync(payment.Redirect);

        var told = Assert.Single(gateway.Webhooks.All);
        Assert.Equal(("held", "order7"), (told.Type, told.Reference));
        var body = JsonNode.Parse(told.Body.Span)!;
        Assert.Equal(told.Id, (string?)body["number"]);
        Assert.Equal("held", (string?)body["news"]);
        Assert.Equal("order7", (string?)body["about"]!["order"]);
        Assert.Equal("paypod", (string?)body["about"]!["with"]);
        Assert.True(JsonNode.DeepEquals(request["pay"]!["money"], body["about"]!["money"]));
        Assert.Equal(payment.Self, (string?)body["about"]!["link"]);
        Assert.Equal(("Kiosk-Sign", Convert.ToBase64String(HMACSHA512.HashData("secret"u8, told.Body.Span))), (told.SignatureHeader, told.Signature));
    }

    [Fact]
    public async Task While_keys_change_an_event_has_a_signature_of_each()
    {
        var gateway = new Gateway(new() { Webhooks = new() { Keys = new Dictionary<string, string> { ["1"] = "old", ["2"] = "new" } } });
        using var shop = new Shop(gateway);

        await shop.PaidAsync();

        var told = Assert.Single(gateway.Webhooks.All);
        Assert.Equal($"2/SHA256/{Sign("new")},1/SHA256/{Sign("old")}", told.Signature);

        string Sign(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), told.Body.Span));
    }

    [Fact]
    public async Task What_nobody_acknowledges_comes_again_at_growing_intervals_until_the_gateway_gives_up()
    {
        var clock = new FakeTimeProvider();
        await using var receiver = await Receiver.StartAsync(_ => 500);
        await using var server = await StartAsync(
            receiver,
            clock,
            new()
            {
                FirstRetry = TimeSpan.FromSeconds(10),
                MaxRetryDelay = TimeSpan.FromSeconds(25),
                MaxAttempts = 4,
            }
        );
        using var shop = new Shop(server.Gateway);
        await shop.PaidAsync();
        var told = server.Webhooks.All[0];

        // The first attempt needs no time, and may already be made.
        await Until(() => told.Attempts > 0, () => { });
        var times = new List<double>();
        while (told.Attempts < 4)
        {
            var (attempts, started) = (told.Attempts, clock.GetUtcNow());
            await Until(() => told.Attempts > attempts, () => clock.Advance(TimeSpan.FromSeconds(1)));
            times.Add((clock.GetUtcNow() - started).TotalSeconds);
        }

        Assert.True(times[0] >= 9 && times[1] >= 19 && times[2] >= 24, string.Join(", ", times));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, told.Attempts);
        Assert.False(told.IsAcknowledged);
    }

    [Fact]
    public async Task Another_status_than_that_of_the_API_file_acknowledges_nothing()
    {
        var statuses = new ConcurrentQueue<int>([202, 302, 200]);
        await using var receiver = await Receiver.StartAsync(_ => statuses.TryDequeue(out var status) ? status : 200);
        await using var server = await StartAsync(receiver, TimeProvider.System, new() { FirstRetry = TimeSpan.FromMilliseconds(5) });
        using var shop = new Shop(server.Gateway);

        await shop.PaidAsync();

        await Until(() => server.Webhooks.All[0].IsAcknowledged);
        Assert.Equal(3, server.Webhooks.All[0].Attempts);
    }

    [Fact]
    public async Task A_test_may_have_events_in_another_order_and_twice()
    {
        await using var receiver = await Receiver.StartAsync(_ => 200);
        await using var server = await StartAsync(receiver, TimeProvider.System, new());
        using var shop = new Shop(server.Gateway);
        server.Webhooks.ReorderNext(2);
        var payment = await shop.PaidAsync();
        await shop.RefundAsync(payment);
        await Until(() => server.Webhooks.All.All(told => told.IsAcknowledged));
        server.Webhooks.DuplicateNext();
        await shop.QueryAsync(payment.Self);
        await Until(() => receiver.Types.Count == 4);

        Assert.Equal(
            [
                shop.FirstStatus(Specs.PaymentState.RefundPending),
                shop.FirstStatus(Specs.PaymentState.Paid),
                .. Enumerable.Repeat(shop.FirstStatus(Specs.PaymentState.Refunded), 2),
            ],
            receiver.Types);
    }

    [Fact]
    public async Task A_server_that_stopped_sends_nothing_any_more()
    {
        await using var receiver = await Receiver.StartAsync(_ => 500);
        var server = await StartAsync(
            receiver,
            TimeProvider.System,
            new()
            {
                FirstRetry = TimeSpan.FromMilliseconds(1),
                MaxAttempts = int.MaxValue,
                MaxRetryDelay = TimeSpan.FromMilliseconds(1),
            }
        );
        using var shop = new Shop(server.Gateway);
        await shop.PaidAsync();
        await Until(() => receiver.Types.Count > 2);

        await server.DisposeAsync();

        var attempts = server.Webhooks.All[0].Attempts;
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(attempts, server.Webhooks.All[0].Attempts);
    }

    [Theory]
    [InlineData("", "secret")]
    [InlineData("a,b", "secret")]
    [InlineData("1", "")]
    public void Keys_that_cannot_sign_are_refused(string id, string secret) =>
        Assert.Throws<ArgumentException>(() => new Gateway(new() { Webhooks = new() { Keys = new Dictionary<string, string> { [id] = secret } } }));

    private static Task<SandboxServer> StartAsync(Receiver receiver, TimeProvider clock, SandboxWebhookOptions events) =>
        SandboxServer.StartAsync(new() { TimeProvider = clock, Webhooks = events with { Url = receiver.Url } });

    private static async Task Until(Func<bool> isSo, Action? meanwhile = null)
    {
        while (!isSo())
        {
            meanwhile?.Invoke();
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        public Uri Url => new(app.Urls.First() + "/events");

        public ConcurrentQueue<string> Types { get; } = [];

        public static async Task<Receiver> StartAsync(Func<string, int> status)
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var receiver = new Receiver(app);
            app.Run(async context =>
            {
                var body = (await JsonNode.ParseAsync(context.Request.Body))!;
                Assert.Equal("application/vnd.worldpay.events-v1.hal+json", context.Request.ContentType);
                var type = (string)body["eventDetails"]!["type"]!;
                context.Response.StatusCode = status(type);
                receiver.Types.Enqueue(type);
            });
            await app.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
