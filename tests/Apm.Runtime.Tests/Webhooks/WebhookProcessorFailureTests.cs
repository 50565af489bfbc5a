using Microsoft.Extensions.Logging;

namespace Apm.Tests.Webhooks;

/// <summary>Deliveries whose handler or store fails, and what is logged about them.</summary>
public class WebhookProcessorFailureTests
{
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
        await using var shop = WebhookShop.WithStore((_, _, _, _) => throw new EventLeaseLostException());

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
        await using var shop = WebhookShop.WithStore(async (_, handler, _, token) =>
        {
            await (handlesFirst ? handler(token) : Task.CompletedTask);
            throw problem;
        });

        Assert.Equal(WebhookReceipt.Failed, await shop.DeliverAsync(_ => Task.CompletedTask));

        var line = Assert.Single(shop.Log);
        Assert.Equal((3, LogLevel.Error, problem), (line.Id.Id, line.Level, line.Exception));
    }
}
