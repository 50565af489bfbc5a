using System.Collections.Concurrent;
using Apm.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.EndToEnd.Tests;

/// <summary>A shop that is told what became of its payments, by the gateway itself.</summary>
public class WebhookTests
{
    [Fact]
    public async Task What_the_customer_does_is_told_once_although_it_is_delivered_twice()
    {
        await using var shop = await WebhookShop.OpenAsync();
        shop.Sandbox.Webhooks.DuplicateNext();
        var request = Orders.Valid();
        var payment = await shop.Client.PayAsync(request);
        Assert.Empty(shop.Sandbox.Webhooks.All);

        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);

        var told = Assert.Single(shop.Sandbox.Webhooks.All);
        await Until(() => told.Attempts == 2);
        Assert.True(told.IsAcknowledged);
        var received = Assert.Single(shop.Handled);
        Assert.Equal(told.Id, received.Id);
        Assert.Equal(request.TransactionReference, received.TransactionReference);
        Assert.Equal(PaymentState.Paid, received.State);
        Assert.Equal(request.Instruction.Value, received.Value);
    }

    [Fact]
    public async Task A_payment_whose_answer_was_lost_is_found_by_its_reference()
    {
        await using var shop = await WebhookShop.OpenAsync();
        shop.Sandbox.Faults.DropNextResponse(FaultMoment.AfterDecision);
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Orders.Valid()));

        // The customer never saw the page, and the gateway gives up waiting.
        shop.Sandbox.Gateway.ChangeStatus(unknown.TransactionReference!, WorldpayEventType.RequestExpired.Value);

        await Until(() => !shop.Handled.IsEmpty);
        var received = Assert.Single(shop.Handled);
        Assert.Equal(unknown.TransactionReference, received.TransactionReference);
        Assert.Equal(PaymentState.Expired, received.State);
    }

    [Fact]
    public async Task A_partial_refund_is_told_with_its_own_money()
    {
        await using var shop = await WebhookShop.OpenAsync();
        var payment = await shop.Client.PayAsync(Orders.Valid());
        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await shop.Client.QueryAsync<AlipayHkPayment>(payment.Self!);

        payment = await shop.Client.PartialRefundAsync(payment, new() { Value = new Money(50, "HKD") });
        await shop.Client.QueryAsync(payment.Self!);

        await Until(() => shop.Handled.Count == 3);
        Assert.Equal(
            [(PaymentState.Paid, 12850), (PaymentState.RefundPending, 50), (PaymentState.Refunded, 50L)],
            shop.Handled.Select(received => (received.State, received.Value!.Value.MinorUnits)));
    }

    [Fact]
    public async Task A_handler_that_failed_gets_the_event_again()
    {
        await using var shop = await WebhookShop.OpenAsync(failures: 2);
        var payment = await shop.Client.PayAsync(Orders.Valid());

        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);

        await Until(() => shop.Sandbox.Webhooks.All[0].IsAcknowledged);
        Assert.Equal(3, shop.Sandbox.Webhooks.All[0].Attempts);
        Assert.Single(shop.Handled);
    }

    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private sealed class WebhookShop(WebApplication app, SandboxServer sandbox) : IAsyncDisposable
    {
        public SandboxServer Sandbox => sandbox;

        public IWorldpayClient Client { get; } = app.Services.GetRequiredService<IWorldpayClient>();

        public ConcurrentQueue<WorldpayEvent> Handled { get; } = app.Services.GetRequiredService<ConcurrentQueue<WorldpayEvent>>();

        public static async Task<WebhookShop> OpenAsync(int failures = 0)
        {
            var sandbox = await SandboxServer.StartAsync(new() { Webhooks = new() { FirstRetry = TimeSpan.FromMilliseconds(10) } });
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<ConcurrentQueue<WorldpayEvent>>();
            builder.Services.AddWorldpayClient(client =>
            {
                client.BaseAddress = sandbox.BaseAddress;
                client.UserName = sandbox.UserName;
                client.Password = sandbox.Password;
            });
            builder.Services.AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = sandbox.Webhooks.Keys["1"]);
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.MapApmWebhooks("/events", (WorldpayEvent received, ConcurrentQueue<WorldpayEvent> handled, CancellationToken _) =>
            {
                if (failures-- > 0)
                {
                    throw new InvalidOperationException("The database is away.");
                }

                handled.Enqueue(received);
                return Task.CompletedTask;
            });
            await app.StartAsync();
            sandbox.Webhooks.SendTo(new Uri(app.Urls.First() + "/events"));
            return new WebhookShop(app, sandbox);
        }

        public async ValueTask DisposeAsync()
        {
            await sandbox.DisposeAsync();
            await app.DisposeAsync();
        }
    }
}
