using Microsoft.Extensions.Time.Testing;

namespace Apm.Tests.Stores;

/// <summary>What every store of processed events promises. Each store runs these tests against its own server.</summary>
public abstract class StorePromises
{
    private static readonly ProcessedEventKey s_key = new("shop:/events", "acme/1", "evt-1");
    // The tests move the clock while a server works in real time.
    private static readonly ProcessedEventOptions s_options = new() { StoreTimeout = TimeSpan.FromHours(1) };

    /// <summary>The clock of every instance but those that are paused.</summary>
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The clock of instances that are paused.</summary>
    protected FakeTimeProvider PausedClock { get; } = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handled_event_is_not_handled_again()
    {
        var runs = 0;

        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Of_many_deliveries_at_the_same_time_one_runs_the_handler_and_the_others_are_told_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var key = new ProcessedEventKey("shop:/events", "acme/1", "evt-" + round);
            var (runs, end) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            var stores = Enumerable.Range(0, 12).Select(_ => Open()).ToList();

            Func<CancellationToken, Task> handler = _ =>
            {
                Interlocked.Increment(ref runs);
                return end.Task;
            };
            var deliveries = stores.Select(store => Task.Run(() => store.ProcessAsync(key, handler, s_options, Stop))).ToList();
            for (var others = 1; others < stores.Count; others++)
            {
                var first = await Task.WhenAny(deliveries);
                Assert.Equal(ProcessedEventResult.InProgress, await first);
                deliveries.Remove(first);
            }

            end.SetResult();
            Assert.Equal(ProcessedEventResult.Handled, await Assert.Single(deliveries));
            Assert.Equal(1, runs);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_handler_throws_comes_through_and_the_next_delivery_is_handled(bool atOnce)
    {
        var (runs, problem) = (0, new InvalidOperationException("The database is away."));

        Assert.Same(
            problem,
            await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(_ => atOnce ? throw problem : Task.FromException(problem))));
        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Each_consumer_and_each_gateway_has_events_of_its_own()
    {
        var runs = 0;
        ProcessedEventKey[] keys =
        [
            s_key,
            new("shop:/other", "acme/1", "evt-1"),
            new("shop", "/events:acme/1", "evt-1"),
            new("shop:/events", "acme/2", "evt-1"),
            new("shop:/events", "acme/1:evt-1", "evt-1"),
            new("shop:/events", "acme/1", "evt-1:evt-1"),
            new("shop:/events", "acme/1", "EVT-1"),
            new("shop:/events", "acme/1", "evt-1 "),
            new("shop:/events", "acme/1", "evt%2D1"),
            new("shop:/events", "acme/1", "évt-1'\"\\\n\0"),
            new("shop:/events", "acme/1", new string('x', 256)),
            new(new string('c', 300), new string('a', 300), new string('x', 256)),
        ];

        foreach (var key in keys)
        {
            Assert.Equal(ProcessedEventResult.Handled, await Open().ProcessAsync(key, _ => Done(ref runs), s_options, Stop));
        }

        foreach (var key in keys)
        {
            Assert.Equal(ProcessedEventResult.AlreadyHandled, await Open().ProcessAsync(key, _ => Done(ref runs), s_options, Stop));
        }

        Assert.Equal(keys.Length, runs);
    }

    [Fact]
    public async Task The_last_value_of_a_payment_is_replaced_and_an_equal_one_is_not_handled()
    {
        var (runs, values) = (0, new[] { "paid", "paid", "refunded", "paid" });
        var results = new List<ProcessedEventResult>();
        foreach (var value in values)
        {
            results.Add(await LatestAsync(value, _ => Done(ref runs)));
        }

        Assert.Equal(
            [ProcessedEventResult.Handled, ProcessedEventResult.AlreadyHandled, ProcessedEventResult.Handled, ProcessedEventResult.Handled],
            results);
        Assert.Equal(3, runs);
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await LatestAsync(null, _ => Done(ref runs)));
    }

    [Fact]
    public async Task A_failed_query_or_handler_leaves_the_last_value_and_releases_the_payment()
    {
        var runs = 0;
        await LatestAsync("open", _ => Done(ref runs));

        await Assert.ThrowsAsync<InvalidOperationException>(() => LatestAsync("paid", _ => throw new InvalidOperationException()));
        await Assert.ThrowsAsync<TimeoutException>(() =>
            Open().ProcessLatestAsync(s_key, _ => throw new TimeoutException(), _ => Done(ref runs), s_options, Stop));
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await LatestAsync("open", _ => Done(ref runs)));
        Assert.Equal(ProcessedEventResult.Handled, await LatestAsync("paid", _ => Done(ref runs)));
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_payment_is_queried_by_one_run_at_a_time()
    {
        var (began, end, runs) = (new TaskCompletionSource(), new TaskCompletionSource<string?>(), 0);
        Func<CancellationToken, Task<string?>> query = _ =>
        {
            began.SetResult();
            return end.Task;
        };
        var first = Open().ProcessLatestAsync(s_key, query, _ => Done(ref runs), s_options, Stop);
        await began.Task;

        Assert.Equal(ProcessedEventResult.InProgress, await LatestAsync("paid", _ => Done(ref runs)));
        end.SetResult("paid");
        Assert.Equal(ProcessedEventResult.Handled, await first);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task The_lease_is_renewed_while_the_handler_runs()
    {
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = DeliverAsync(_ => { began.SetResult(); return end.Task; });
        await began.Task;

        // Three leases long.
        for (var quarter = 0; quarter < 12; quarter++)
        {
            await PassAsync(s_key, s_options.Lease / 4);
            await UntilAsync(async () =>
            {
                await PassAsync(s_key, TimeSpan.FromMilliseconds(50));
                return await RemainingAsync(s_key) > s_options.Lease * 0.9;
            });
        }

        Assert.Equal(ProcessedEventResult.InProgress, await DeliverAsync(_ => throw new InvalidOperationException("Not called.")));
        end.SetResult();
        Assert.Equal(ProcessedEventResult.Handled, await first);
    }

    [Fact]
    public async Task A_run_whose_lease_was_taken_does_not_count()
    {
        var (began, end, runs) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        var first = OpenPaused().ProcessAsync(s_key, _ => { began.SetResult(); return end.Task; }, s_options, Stop);
        await began.Task;

        await PassAsync(s_key, s_options.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Done(ref runs)));
        end.SetResult();

        await Assert.ThrowsAsync<EventLeaseLostException>(() => first);
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_lost_lease_cancels_the_token_of_the_handler_and_takes_nothing_from_the_new_owner()
    {
        var (began, cancelled, end) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var first = OpenPaused().ProcessAsync(
            s_key,
            token =>
            {
                began.SetResult();
                token.Register(cancelled.SetResult);
                return Task.Delay(Timeout.Infinite, token);
            },
            s_options,
            Stop);
        await began.Task;

        await PassAsync(s_key, s_options.Lease + TimeSpan.FromSeconds(1));
        var second = DeliverAsync(_ => end.Task);
        await UntilAsync(async () => await RemainingAsync(s_key) > s_options.Lease * 0.9);
        await UntilAsync(() =>
        {
            PausedClock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(first.IsCompleted);
        });

        await Assert.ThrowsAsync<EventLeaseLostException>(() => first);
        await cancelled.Task;
        Assert.Equal(ProcessedEventResult.InProgress, await DeliverAsync(_ => throw new InvalidOperationException("Not called.")));
        end.SetResult();
        Assert.Equal(ProcessedEventResult.Handled, await second);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_fails_also_where_it_ignores_its_token()
    {
        var (began, end, runs) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        var options = s_options with { HandleWithin = TimeSpan.FromSeconds(1) };
        var first = Open().ProcessAsync(s_key, _ => { began.SetResult(); return end.Task; }, options, Stop);
        await began.Task;

        await UntilAsync(() =>
        {
            Clock.Advance(options.HandleWithin);
            return Task.FromResult(first.IsCompleted);
        });

        Assert.Contains("The handler", (await Assert.ThrowsAsync<TimeoutException>(() => first)).Message, StringComparison.Ordinal);
        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Done(ref runs)));
        end.SetResult();
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_caller_that_stops_cancels_the_handler_and_the_next_delivery_is_handled()
    {
        using var stop = new CancellationTokenSource();
        var (began, runs) = (new TaskCompletionSource(), 0);
        var first = Open().ProcessAsync(s_key, token => { began.SetResult(); return Task.Delay(Timeout.Infinite, token); }, s_options, stop.Token);
        await began.Task;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Open().ProcessAsync(s_key, _ => Done(ref runs), s_options, stop.Token));
        var last = ProcessedEventResult.InProgress;
        await UntilAsync(async () => (last = await DeliverAsync(_ => Done(ref runs))) != ProcessedEventResult.InProgress);
        Assert.Equal((ProcessedEventResult.Handled, 1), (last, runs));
    }

    [Fact]
    public async Task An_event_is_remembered_for_its_retention_and_no_longer()
    {
        var runs = 0;
        await DeliverAsync(_ => Done(ref runs));

        await PassAsync(s_key, s_options.Retention - TimeSpan.FromMinutes(1));
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await DeliverAsync(_ => Done(ref runs)));

        await PassAsync(s_key, TimeSpan.FromMinutes(2));
        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Done(ref runs)));
        Assert.Equal(2, runs);
    }

    /// <summary>An instance of a shop.</summary>
    protected abstract IProcessedEventStore Open();

    /// <summary>An instance whose process stands still: it renews nothing until <see cref="PausedClock"/> moves.</summary>
    protected abstract IProcessedEventStore OpenPaused();

    /// <summary>Lets time pass for the event, at the server and for every instance that is not paused.</summary>
    protected abstract Task PassAsync(ProcessedEventKey key, TimeSpan time);

    /// <summary>How long the claim of the event lasts from now.</summary>
    protected abstract Task<TimeSpan> RemainingAsync(ProcessedEventKey key);

    protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(5, Stop);
        }
    }

    private static Task Done(ref int runs)
    {
        Interlocked.Increment(ref runs);
        return Task.CompletedTask;
    }

    private Task<ProcessedEventResult> LatestAsync(string? value, Func<CancellationToken, Task> handler) =>
        Open().ProcessLatestAsync(s_key, _ => Task.FromResult(value), handler, s_options, Stop);

    private Task<ProcessedEventResult> DeliverAsync(Func<CancellationToken, Task> handler) => Open().ProcessAsync(s_key, handler, s_options, Stop);
}
