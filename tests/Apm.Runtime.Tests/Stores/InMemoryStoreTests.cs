using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Testing;

namespace Apm.Tests.Stores;

public class InMemoryStoreTests : StorePromises
{
    private readonly ProcessedEventTable _table = new(1000, null);

    [Fact]
    public async Task Beyond_its_capacity_the_store_forgets_what_would_be_forgotten_first_and_says_so_once_a_minute()
    {
        var log = new FakeLogger();
        var table = new ProcessedEventTable(3, log);
        var store = new InMemoryProcessedEventStore(table, Clock);

        await HandleAsync(store, "short", TimeSpan.FromDays(1));
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            await HandleAsync(store, id, TimeSpan.FromDays(8));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, table.Count);
        Assert.Contains("at most 3", Assert.Single(log.Collector.GetSnapshot()).Message, StringComparison.Ordinal);
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await HandleAsync(store, "b", TimeSpan.FromDays(8)));
        Assert.Equal(ProcessedEventResult.Handled, await HandleAsync(store, "short", TimeSpan.FromDays(8)));

        Clock.Advance(TimeSpan.FromMinutes(1));
        await HandleAsync(store, "e", TimeSpan.FromDays(8));
        Assert.Equal(2, log.Collector.Count);
        Assert.Contains("forgot 3 webhooks", log.LatestRecord.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_event_that_is_forgotten_early_is_counted()
    {
        // The meter is of all tests, so the store has a metric of at least its own events.
        var forgotten = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, published) =>
        {
            if (instrument.Meter.Name == ApmTelemetry.MeterName && instrument.Name == ApmTelemetry.WebhooksForgottenName)
            {
                published.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref forgotten, count));
        listener.Start();
        var store = new InMemoryProcessedEventStore(new ProcessedEventTable(1, null), Clock);

        await HandleAsync(store, "a", TimeSpan.FromDays(8));
        await HandleAsync(store, "b", TimeSpan.FromDays(8));
        await HandleAsync(store, "c", TimeSpan.FromDays(8));

        Assert.True(Interlocked.Read(ref forgotten) >= 2);
    }

    [Fact]
    public async Task What_is_over_takes_no_memory()
    {
        var store = Open();
        for (var id = 0; id < 100; id++)
        {
            await HandleAsync(store, "evt-" + id, TimeSpan.FromDays(8));
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                store.ProcessAsync(new("shop", "acme/1", "failed-" + id), _ => throw new InvalidOperationException(), new(), CancellationToken.None));
        }

        Assert.Equal(100, _table.Count);
        Clock.Advance(TimeSpan.FromDays(9));
        await HandleAsync(store, "later", TimeSpan.FromDays(8));
        Assert.Equal(1, _table.Count);
    }

    [Fact]
    public void A_handled_event_is_neither_renewed_nor_released_by_the_run_that_handled_it()
    {
        var (key, now) = (new ProcessedEventKey("shop", "acme/1", "evt-1"), Clock.GetUtcNow());
        _table.Claim(key, "one", now, TimeSpan.FromSeconds(30));
        Assert.True(_table.TryComplete(key, "one", now, TimeSpan.FromDays(8)));

        Assert.False(_table.TryRenew(key, "one", now + TimeSpan.FromSeconds(30)));
        _table.Release(key, "one");

        Assert.Equal(ProcessedEventClaim.AlreadyHandled, _table.Claim(key, "two", now + TimeSpan.FromDays(1), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_store_remembers_at_least_one_event() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new InMemoryProcessedEventStore(capacity: 0));

    protected override IProcessedEventStore Open() => new InMemoryProcessedEventStore(_table, Clock);

    protected override IProcessedEventStore OpenPaused() => new InMemoryProcessedEventStore(_table, PausedClock);

    protected override Task PassAsync(ProcessedEventKey key, TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    protected override Task<TimeSpan> RemainingAsync(ProcessedEventKey key) => Task.FromResult(_table.ExpiresAt(key) - Clock.GetUtcNow());

    private static Task<ProcessedEventResult> HandleAsync(IProcessedEventStore store, string id, TimeSpan retention) =>
        store.ProcessAsync(new("shop", "acme/1", id), _ => Task.CompletedTask, new() { Retention = retention }, TestContext.Current.CancellationToken);
}
