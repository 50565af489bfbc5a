using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests.Webhooks;

/// <summary>What becomes of a delivery that is handled, and what the store is told of it.</summary>
public class WebhookProcessorTests
{
    [Fact]
    public async Task An_event_is_handled_once_and_its_repetition_is_acknowledged()
    {
        await using var shop = new WebhookShop();
        var runs = 0;

        Assert.Equal(WebhookReceipt.Handled, await shop.DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(WebhookReceipt.Repeated, await shop.DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(WebhookReceipt.Handled, await shop.DeliverAsync(_ => Done(ref runs), "evt-2"));

        Assert.Equal(2, runs);
        Assert.Empty(shop.Log);
    }

    [Fact]
    public async Task A_delivery_during_the_handling_of_its_event_waits_for_the_same_end()
    {
        await using var shop = new WebhookShop();
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());

        var first = shop.DeliverAsync(_ => { began.SetResult(); return end.Task; });
        await began.Task;
        var second = shop.DeliverAsync(_ => throw new InvalidOperationException("Not called."));
        Assert.False(second.IsCompleted);
        end.SetResult();

        Assert.Equal((WebhookReceipt.Handled, WebhookReceipt.Repeated), (await first, await second));
    }

    [Theory]
    [InlineData(ProcessedEventResult.Handled, WebhookReceipt.Handled)]
    [InlineData(ProcessedEventResult.AlreadyHandled, WebhookReceipt.Repeated)]
    [InlineData(ProcessedEventResult.InProgress, WebhookReceipt.Unfinished)]
    public async Task What_the_store_says_decides_the_receipt(ProcessedEventResult result, WebhookReceipt receipt)
    {
        await using var shop = WebhookShop.WithStore((_, _, _, _) => Task.FromResult(result));

        Assert.Equal(receipt, await shop.DeliverAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task The_store_is_given_the_consumer_the_gateway_the_event_and_the_times()
    {
        (ProcessedEventKey Key, ProcessedEventOptions Times)? given = null;
        await using var shop = new WebhookShop(
            options =>
                (options.Lease, options.HandleWithin, options.StoreTimeout, options.RememberFor) = (
                    TimeSpan.FromSeconds(7),
                    TimeSpan.FromSeconds(77),
                    TimeSpan.FromSeconds(3),
                    TimeSpan.FromDays(3)),
            services =>
                services.AddSingleton<IProcessedEventStore>(
                    new StubStore(
                        (key, _, times, _) =>
                        {
                            given = (key, times);
                            return Task.FromResult(ProcessedEventResult.Handled);
                        }
                    )));

        await shop.DeliverForAsync("shop:/events", (_, _) => Task.CompletedTask);

        Assert.Equal(new ProcessedEventKey("shop:/events", "acme/1", "evt-1"), given?.Key);
        Assert.Equal(
            new ProcessedEventOptions
            {
                Lease = TimeSpan.FromSeconds(7),
                HandleWithin = TimeSpan.FromSeconds(77),
                StoreTimeout = TimeSpan.FromSeconds(3),
                Retention = TimeSpan.FromDays(3),
            },
            given?.Times);
    }

    [Theory]
    [InlineData("a shop")]
    [InlineData(null)]
    public async Task The_consumer_is_the_one_of_the_options_or_else_the_program(string? consumer)
    {
        await using var shop = new WebhookShop(options => options.Consumer = consumer);
        await shop.DeliverAsync(_ => Task.CompletedTask);

        Assert.Equal(
            WebhookReceipt.Repeated,
            await shop.DeliverForAsync(consumer ?? Assembly.GetEntryAssembly()!.GetName().Name!, (_, _) => Task.CompletedTask));
        Assert.Equal(WebhookReceipt.Handled, await shop.DeliverForAsync("another", (_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task Whoever_asks_without_a_consumer_or_a_handler_is_told_so()
    {
        await using var shop = new WebhookShop();

        await Assert.ThrowsAsync<ArgumentNullException>("handler", () => shop.Inbox.ReceiveAsync(default, null, null!));
        await Assert.ThrowsAsync<ArgumentNullException>("handler", () => shop.Inbox.ReceiveForAsync("shop", default, null, null!));
        await Assert.ThrowsAsync<ArgumentException>("consumer", () => shop.Inbox.ReceiveForAsync("", default, null, (_, _, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task Each_delivery_is_counted_by_gateway_and_receipt()
    {
        // The meter is of all tests; the consumer's event is handled at one delivery of this test alone.
        var counted = new List<(long, object?, object?)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, published) =>
        {
            if (instrument.Meter.Name == ApmTelemetry.MeterName && instrument.Name == ApmTelemetry.WebhooksName)
            {
                published.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                lock (counted)
                {
                    counted.Add(
                        (
                            count,
                            tags.ToArray().SingleOrDefault(tag => tag.Key == "apm.api").Value,
                            tags.ToArray().SingleOrDefault(tag => tag.Key == "apm.webhook.receipt").Value));
                }
            }
        );
        listener.Start();
        await using var shop = new WebhookShop();

        await shop.DeliverAsync(_ => Task.CompletedTask);
        await shop.DeliverUnhandledAsync("[]", WebhookShop.Sign("[]"));

        lock (counted)
        {
            Assert.Contains((1L, "acme/1", "Handled"), counted);
            Assert.Contains((1L, "acme/1", "Unreadable"), counted);
        }
    }

    [Fact]
    public async Task A_delivery_is_answered_when_the_services_of_its_handler_are_disposed_of()
    {
        var disposal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var shop = new WebhookShop(services: services => services.AddScoped(_ => new SlowDisposal(disposal)));
        var handled = new TaskCompletionSource();

        var delivery = shop.Inbox.ReceiveForAsync(
            "shop",
            System.Text.Encoding.UTF8.GetBytes(WebhookShop.Body()),
            WebhookShop.Sign(WebhookShop.Body()),
            (_, services, _) =>
            {
                services.GetRequiredService<SlowDisposal>();
                handled.SetResult();
                return Task.CompletedTask;
            });
        await handled.Task;
        await Task.WhenAny(delivery, disposal.Task, Task.Delay(50, TestContext.Current.CancellationToken));
        Assert.False(delivery.IsCompleted);
        disposal.SetResult();

        Assert.Equal(WebhookReceipt.Handled, await delivery);
    }

    private sealed class SlowDisposal(TaskCompletionSource disposal) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(disposal.Task);
    }

    private static Task Done(ref int runs)
    {
        Interlocked.Increment(ref runs);
        return Task.CompletedTask;
    }
}
