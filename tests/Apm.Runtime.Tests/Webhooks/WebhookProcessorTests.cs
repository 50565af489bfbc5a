using System.Diagnostics.Metrics;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.Tests.Webhooks;

/// <summary>What becomes of a delivery, and what the log says of it.</summary>
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
        await using var shop = WithStore((_, _, _, _) => Task.FromResult(result));

        Assert.Equal(receipt, await shop.DeliverAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task A_body_of_the_maximum_length_is_looked_at_and_a_longer_one_is_not()
    {
        await using var shop = new WebhookShop(options => options.MaxBodyBytes = WebhookShop.Body().Length);
        var longer = WebhookShop.Body() + " ";

        Assert.Equal(WebhookReceipt.Handled, await shop.DeliverAsync(_ => Task.CompletedTask));
        Assert.Equal(WebhookReceipt.TooLarge, await shop.DeliverUnhandledAsync(longer, WebhookShop.Sign(longer)));

        var line = Assert.Single(shop.Log);
        Assert.Equal((7, LogLevel.Warning), (line.Id.Id, line.Level));
        Assert.Contains($"more than {WebhookShop.Body().Length} bytes", line.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("c2lnbmF0dXJl", "wrong")]
    public async Task A_delivery_without_a_right_signature_is_refused(string? signature, string problem)
    {
        await using var shop = new WebhookShop();

        Assert.Equal(WebhookReceipt.WrongSignature, await shop.DeliverUnhandledAsync(WebhookShop.Body(), signature));

        var line = Assert.Single(shop.Log);
        Assert.Equal((4, LogLevel.Warning), (line.Id.Id, line.Level));
        Assert.Contains($"acme/1: a delivery was refused, because its signature is {problem}.", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_of_any_kind_are_logged_once_a_minute()
    {
        await using var shop = new WebhookShop(options => options.MaxBodyBytes = 100);
        var tooLong = new string(' ', 101);

        await shop.DeliverUnhandledAsync(WebhookShop.Body(), null);
        await shop.DeliverUnhandledAsync(tooLong, null);
        shop.Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        await shop.DeliverUnhandledAsync(WebhookShop.Body(), null);
        Assert.Single(shop.Log);

        shop.Clock.Advance(TimeSpan.FromTicks(1));
        await shop.DeliverUnhandledAsync(tooLong, null);
        await shop.DeliverUnhandledAsync(WebhookShop.Body(), null);
        Assert.Equal([4, 7], shop.Log.Select(line => line.Id.Id));
    }

    [Fact]
    public async Task A_signed_body_that_is_no_JSON_object_is_acknowledged_and_logged_by_its_hash()
    {
        await using var shop = new WebhookShop();

        Assert.Equal(WebhookReceipt.Unreadable, await shop.DeliverUnhandledAsync("[\"Erika\"]", WebhookShop.Sign("[\"Erika\"]")));

        var line = Assert.Single(shop.Log);
        Assert.Equal((2, LogLevel.Error), (line.Id.Id, line.Level));
        Assert.Contains("a signed body of 9 bytes is not a JSON object", line.Message, StringComparison.Ordinal);
        Assert.EndsWith(Convert.ToHexString(SHA256.HashData("[\"Erika\"]"u8)) + ".", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Erika", line.Message + line.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_whose_handler_failed_is_handled_at_its_next_delivery()
    {
        await using var shop = new WebhookShop();
        var problem = new InvalidOperationException("The database is away.");

        Assert.Equal(WebhookReceipt.Failed, await shop.DeliverAsync(_ => throw problem));

        var line = Assert.Single(shop.Log);
        Assert.Equal((1, LogLevel.Error, problem), (line.Id.Id, line.Level, line.Exception));
        Assert.Contains("Id = evt-1", line.Message, StringComparison.Ordinal);
        Assert.Equal(WebhookReceipt.Handled, await shop.DeliverAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task A_handler_that_ends_because_the_shop_stops_has_not_failed()
    {
        await using var shop = new WebhookShop();
        using var stop = new CancellationTokenSource();
        var began = new TaskCompletionSource();
        var first = shop.DeliverAsync(token => { began.SetResult(); return Task.Delay(Timeout.Infinite, token); }, stopping: stop.Token);
        await began.Task;

        await stop.CancelAsync();

        Assert.Equal(WebhookReceipt.Failed, await first);
        var line = Assert.Single(shop.Log);
        Assert.Equal((6, LogLevel.Information), (line.Id.Id, line.Level));
        Assert.Equal(WebhookReceipt.Handled, await shop.DeliverAsync(_ => Task.CompletedTask));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_of_another_kind_and_another_failure_while_the_shop_stops_are_failures(bool stops)
    {
        await using var shop = new WebhookShop();
        using var stop = new CancellationTokenSource();

        var receipt = await shop.DeliverAsync(
            async _ =>
            {
                await (stops ? stop.CancelAsync() : Task.CompletedTask);
                throw stops ? new InvalidOperationException() : new OperationCanceledException();
            },
            stopping: stop.Token);

        Assert.Equal(WebhookReceipt.Failed, receipt);
        Assert.Equal(1, Assert.Single(shop.Log, line => line.Id.Id is 1 or 6).Id.Id);
    }

    [Fact]
    public async Task A_lost_lease_is_logged_as_such()
    {
        await using var shop = WithStore((_, _, _, _) => throw new EventLeaseLostException());

        Assert.Equal(WebhookReceipt.Failed, await shop.DeliverAsync(_ => Task.CompletedTask));

        var line = Assert.Single(shop.Log);
        Assert.Equal((8, LogLevel.Warning), (line.Id.Id, line.Level));
        Assert.Contains("Id = evt-1", line.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_of_the_store_is_not_taken_for_one_of_the_handler(bool handlesFirst)
    {
        var problem = new IOException("The server is away.");
        await using var shop = WithStore(async (_, handler, _, token) =>
        {
            await (handlesFirst ? handler(token) : Task.CompletedTask);
            throw problem;
        });

        Assert.Equal(WebhookReceipt.Failed, await shop.DeliverAsync(_ => Task.CompletedTask));

        var line = Assert.Single(shop.Log);
        Assert.Equal((3, LogLevel.Error, problem), (line.Id.Id, line.Level, line.Exception));
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

    private static WebhookShop WithStore(
        Func<ProcessedEventKey, Func<CancellationToken, Task>, ProcessedEventOptions, CancellationToken, Task<ProcessedEventResult>> process
    ) => new(services: services => services.AddSingleton<IProcessedEventStore>(new StubStore(process)));

    private static Task Done(ref int runs)
    {
        Interlocked.Increment(ref runs);
        return Task.CompletedTask;
    }
}
