using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Apm.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Webhooks whose signature has a time, or is in the body over chosen members.</summary>
public sealed class ForeignWebhookTests
{
    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign");

    [Fact]
    public async Task A_webhook_with_a_signed_time_is_received()
    {
        await using var shop = await Shop<PontoonEvent>.OpenAsync("pontoon.api.yaml", "dinghy.apm.yaml");
        var client = new PontoonClient(new PontoonClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });

        var payment = await client.PayAsync(new DinghyPaymentRequest { Units = new(12_50, "EUR"), Order = Orders.NewReference() });
        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);

        var received = await shop.FirstAsync();
        Assert.Equal((PaymentState.Paid, payment.Reference, "dinghy"), (received.State, received.TransactionReference, received.Method));
        Assert.InRange(received.Timestamp!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task A_webhook_that_is_signed_in_its_body_is_received_and_answered_with_a_text()
    {
        await using var shop = await Shop<WharfEvent>.OpenAsync("wharf.api.yaml", "barge.apm.yaml");
        var client = new WharfClient(new WharfClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });

        var payment = await client.PayAsync(new BargePaymentRequest { Amount = new(10_00, "EUR"), Order = new() { Id = "A-7" }, Way = new(), Terms = true });
        await shop.Sandbox.Customer.FailAsync(payment.Redirect!);

        var received = await shop.FirstAsync();
        Assert.Equal((PaymentState.Failed, "A-7", new Money(10_00, "EUR")), (received.State, received.TransactionReference, received.Value));
        Assert.Matches("^CHANGE:[0-9a-f-]{36}:false$", received.Id);
        var told = shop.Sandbox.Gateway.Webhooks.All[^1];
        Assert.Equal(("", ""), (told.SignatureHeader, told.Signature));

        using var again = await shop.SendAsync(told.Body);
        Assert.Equal((HttpStatusCode.OK, "[accepted]"), (again.StatusCode, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        var text = Encoding.UTF8.GetString(told.Body.Span);
        using var changed = await shop.SendAsync(Encoding.UTF8.GetBytes(text.Replace("\"amount\":1000", "\"amount\":1001", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.BadRequest, ""), (changed.StatusCode, await changed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private sealed class Shop<TEvent>(WebApplication app, SandboxServer sandbox, ConcurrentQueue<TEvent> handled) : IAsyncDisposable
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        private readonly HttpClient _http = new();

        public SandboxServer Sandbox => sandbox;

        public static async Task<Shop<TEvent>> OpenAsync(params string[] specs)
        {
            var texts = specs.Select(file => (file, File.ReadAllText(Path.Combine(s_folder, file)))).ToList();
            var sandbox = await SandboxServer.StartAsync(new() { Specs = texts, Webhooks = new() { FirstRetry = TimeSpan.FromMilliseconds(10) } });
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddApmWebhooks<TEvent>(options =>
            {
                foreach (var (id, key) in sandbox.Webhooks.KeysOf(sandbox.Gateway.Apis[0]))
                {
                    options.Keys[id] = key;
                }
            });
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var handled = new ConcurrentQueue<TEvent>();
            app.MapApmWebhooks("/events", (TEvent received, CancellationToken _) =>
            {
                handled.Enqueue(received);
                return Task.CompletedTask;
            });
            await app.StartAsync();
            sandbox.Webhooks.SendTo(new Uri(app.Urls.First() + "/events"));
            return new Shop<TEvent>(app, sandbox, handled);
        }

        public async Task<TEvent> FirstAsync()
        {
            while (handled.IsEmpty)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            return handled.First();
        }

        public Task<HttpResponseMessage> SendAsync(ReadOnlyMemory<byte> body) =>
            _http.PostAsync(new Uri(app.Urls.First() + "/events"), new ReadOnlyMemoryContent(body), TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await sandbox.DisposeAsync();
            await app.DisposeAsync();
        }
    }
}
