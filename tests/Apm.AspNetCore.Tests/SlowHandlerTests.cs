using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Apm.AspNetCore.Tests;

/// <summary>Handlers that are slower than the gateway waits, never end, or ignore their token.</summary>
public class SlowHandlerTests
{
    [Fact]
    public async Task A_handler_that_is_slower_than_the_gateway_waits_goes_on_and_is_acknowledged_later()
    {
        var (clock, end) = (new FakeTimeProvider(), new TaskCompletionSource());
        await using var shop = await WebhookShop.OpenAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            handler: (_, cancellationToken) => end.Task.WaitAsync(cancellationToken));
        var started = clock.GetUtcNow();

        var first = shop.DeliverAsync(WebhookShop.Body());
        await Waiting.Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first);
        Assert.True(clock.GetUtcNow() - started >= TimeSpan.FromSeconds(8));
        var second = shop.DeliverAsync(WebhookShop.Body());
        end.SetResult();
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_handler_that_never_ends_is_told_to_and_another_delivery_is_handled()
    {
        var clock = new FakeTimeProvider();
        var hangs = true;
        await using var shop = await WebhookShop.OpenAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            handler: (_, cancellationToken) => hangs ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask);
        var first = shop.DeliverAsync(WebhookShop.Body());
        await Waiting.Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        hangs = false;
        clock.Advance(TimeSpan.FromMinutes(5));

        var last = HttpStatusCode.ServiceUnavailable;
        await Waiting.Until(() => last == HttpStatusCode.OK, async () => last = await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(2, shop.Handled.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_ignores_its_token_holds_up_no_later_delivery(bool blocks)
    {
        var (clock, log, calls) = (new FakeTimeProvider(), new LoggedLines(), 0);
        using var end = new ManualResetEventSlim();
        await using var shop = await WebhookShop.OpenAsync(
            services => services.AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.AddProvider(log)),
            handler: (_, _) =>
            {
                if (++calls > 1)
                {
                    return Task.CompletedTask;
                }

                if (blocks)
                {
                    end.Wait(CancellationToken.None);
                }

                return new TaskCompletionSource().Task;
            });
        var first = shop.DeliverAsync(WebhookShop.Body());
        await Waiting.Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        await Waiting.Until(() => log.Warnings.Count > 0, () => clock.Advance(TimeSpan.FromMinutes(5)));

        var last = HttpStatusCode.ServiceUnavailable;
        await Waiting.Until(() => last == HttpStatusCode.OK, async () => last = await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Contains("the handler of a webhook failed", Assert.Single(log.Warnings), StringComparison.Ordinal);
        end.Set();
    }

    [Fact]
    public async Task A_handler_that_ends_with_the_shop_did_not_fail_and_the_event_is_handled_at_the_next_delivery()
    {
        var log = new LoggedLines();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret)
            .BuildServiceProvider();
        var inbox = services.GetRequiredService<WebhookProcessor<WorldpayEvent>>();
        var (body, signature) = (Encoding.UTF8.GetBytes(WebhookShop.Body()), "1/SHA256/" + WebhookShop.Sign(WebhookShop.Body()));
        using var stop = new CancellationTokenSource();
        var isHandled = new TaskCompletionSource();

        var first = inbox.ReceiveAsync(
            body,
            signature,
            (_, cancellationToken) =>
            {
                isHandled.SetResult();
                return Task.Delay(Timeout.Infinite, cancellationToken);
            },
            stop.Token);
        await isHandled.Task;
        await stop.CancelAsync();

        Assert.Equal(WebhookReceipt.Failed, await first);
        Assert.Empty(log.Warnings);
        Assert.Equal(WebhookReceipt.Handled, await inbox.ReceiveAsync(body, signature, (_, _) => Task.CompletedTask));
    }
}
