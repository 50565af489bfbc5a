using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Tests.Stores;

/// <summary>When a lease is renewed, when it is not, and what a run that outlives its time comes to.</summary>
public class LeaseTests
{
    private static readonly ProcessedEventKey s_key = new("shop", "acme/1", "evt-1");
    private static readonly ProcessedEventOptions s_options = new();
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly FakeLogger _log = new();
    private readonly FaultyStore _store;

    public LeaseTests() => _store = new FaultyStore(_clock, _log);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int Renewals => _store.Calls.Count(call => call == StoreCallKind.Renew);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task It_is_renewed_each_quarter_and_not_before(int attempts)
    {
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        _store.Attempts = attempts;
        var run = _store.ProcessAsync(s_key, _ => Handle(--attempts == 0), s_options, Stop);
        await began.Task;

        for (var renewal = 1; renewal <= 5; renewal++)
        {
            _clock.Advance((s_options.Lease / 4) - s_tick);
            await Task.Yield();
            Assert.Equal(renewal - 1, Renewals);
            await UntilAsync(() => Renewals == renewal, s_tick);
        }

        end.SetResult();
        Assert.Equal(ProcessedEventResult.Handled, await run);

        Task Handle(bool isLast)
        {
            _ = isLast && began.TrySetResult();
            return isLast ? end.Task : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_run_that_has_ended_renews_nothing()
    {
        await _store.ProcessAsync(s_key, _ => Task.CompletedTask, s_options, Stop);
        await Assert.ThrowsAsync<IOException>(() => _store.ProcessAsync(new("shop", "acme/1", "evt-2"), _ => throw new IOException(), s_options, Stop));
        var before = Renewals;

        for (var quarter = 0; quarter < 12; quarter++)
        {
            _clock.Advance(s_options.Lease / 4);
            await Task.Yield();
        }

        Assert.Equal(before, Renewals);
    }

    [Fact]
    public async Task After_a_pause_of_a_whole_lease_the_server_is_asked_and_has_its_whole_time()
    {
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        _store.Hanging = StoreCallKind.Renew;
        var run = _store.ProcessAsync(s_key, _ => { began.SetResult(); return end.Task; }, s_options, Stop);
        await began.Task;
        await UntilAsync(() => Renewals > 0, s_options.Lease);

        _clock.Advance(s_options.StoreTimeout - s_tick);
        await Task.Delay(5, Stop);
        _store.Hanging = StoreCallKind.None;
        _store.Answer();
        end.SetResult();

        Assert.Equal(ProcessedEventResult.Handled, await run);
    }

    [Fact]
    public async Task A_lost_lease_is_asked_for_no_more()
    {
        var (began, end, lost) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        _store.Away = StoreCallKind.Renew;
        var run = _store.ProcessAsync(
            s_key,
            token =>
            {
                token.Register(() => lost = true);
                began.SetResult();
                return end.Task;
            },
            s_options with
            {
                Lease = TimeSpan.FromSeconds(1),
            },
            Stop);
        await began.Task;
        await UntilAsync(() => lost, TimeSpan.FromMilliseconds(20));
        var before = Renewals;

        await UntilAsync(() => run.IsCompleted, TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAsync<EventLeaseLostException>(() => run);
        Assert.Equal(before, Renewals);
    }

    [Fact]
    public async Task A_completion_in_the_transaction_of_its_handler_is_not_held_up_by_a_renewal()
    {
        var complete = new TaskCompletionSource();
        var store = new FaultyStore(_clock, _log) { Outlives = true, LateCompletion = complete.Task };
        var run = store.ProcessAsync(s_key, _ => Task.CompletedTask, s_options with { StoreTimeout = TimeSpan.FromHours(1) }, Stop);
        await UntilAsync(() => store.Calls.Contains(StoreCallKind.Complete));

        for (var quarter = 0; quarter < 8; quarter++)
        {
            _clock.Advance(s_options.Lease / 4);
            await Task.Yield();
        }

        Assert.DoesNotContain(StoreCallKind.Renew, store.Calls);
        complete.SetResult();
        Assert.Equal(ProcessedEventResult.Handled, await run);
    }

    [Fact]
    public async Task A_handler_whose_work_can_be_undone_goes_on_while_its_lease_cannot_be_renewed()
    {
        var (began, end, token) = (new TaskCompletionSource(), new TaskCompletionSource(), CancellationToken.None);
        var store = new FaultyStore(_clock, _log) { Outlives = true, Away = StoreCallKind.Renew };
        var run = store.ProcessAsync(s_key, given => { token = given; began.SetResult(); return end.Task; }, s_options, Stop);
        await began.Task;

        for (var quarter = 0; quarter < 12; quarter++)
        {
            _clock.Advance(s_options.Lease / 4);
            await Task.Delay(1, Stop);
        }

        Assert.False(token.IsCancellationRequested);
        end.SetResult();
        Assert.Equal(ProcessedEventResult.Handled, await run);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_is_told_to_end_and_succeeds_within_five_seconds_has_handled_the_event(bool inTime)
    {
        var (end, told) = (new TaskCompletionSource(), false);
        var run = _store.ProcessAsync(
            s_key,
            token =>
            {
                token.Register(() => told = true);
                return end.Task;
            },
            s_options with
            {
                HandleWithin = TimeSpan.FromSeconds(10),
            },
            Stop);
        await UntilAsync(() => told, TimeSpan.FromMilliseconds(100));

        // The wait for the end begins when the handler is told.
        await Task.Delay(5, Stop);
        _clock.Advance(TimeSpan.FromSeconds(5) - s_tick);
        if (inTime)
        {
            end.SetResult();
            Assert.Equal(ProcessedEventResult.Handled, await run);
        }
        else
        {
            await UntilAsync(() => run.IsCompleted, s_tick);
            Assert.Equal("The handler took longer than 00:00:10.", (await Assert.ThrowsAsync<TimeoutException>(() => run)).Message);
            end.SetResult();
        }
    }

    [Fact]
    public async Task Whoever_stops_does_not_wait_for_a_store_that_does_not_answer()
    {
        using var stop = new CancellationTokenSource();
        _store.Hanging = StoreCallKind.Claim;
        var run = _store.ProcessAsync(s_key, _ => throw new InvalidOperationException("Not called."), s_options, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_store_or_a_handler_throws_after_it_was_given_up_is_not_reported_as_unobserved(bool handler)
    {
        var late = new IOException("The server is away.");
        var reported = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> report = (_, problem) => reported.Enqueue(problem.Exception.InnerException!);
        TaskScheduler.UnobservedTaskException += report;
        try
        {
            await (handler ? GiveUpHandlerAsync(late) : GiveUpStoreAsync(late));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= report;
        }

        Assert.DoesNotContain(late, reported);
    }

    [Fact]
    public async Task Whoever_asks_for_nothing_is_told_so()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("key", () => _store.ProcessAsync(null!, _ => Task.CompletedTask, s_options, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>("handler", () => _store.ProcessAsync(s_key, null!, s_options, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>("options", () => _store.ProcessAsync(s_key, _ => Task.CompletedTask, null!, Stop));
        Assert.Empty(_store.Calls);
    }

    // Methods of their own, so that nothing keeps what was given up.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task GiveUpHandlerAsync(Exception late)
    {
        var (end, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var run = _store.ProcessAsync(s_key, _ => HandleAsync(), s_options with { HandleWithin = TimeSpan.FromSeconds(10) }, Stop);
        await UntilAsync(() => run.IsCompleted, TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => run);
        end.SetException(late);
        await ended.Task;

        async Task HandleAsync()
        {
            try
            {
                await end.Task;
            }
            finally
            {
                ended.SetResult();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task GiveUpStoreAsync(Exception late)
    {
        var call = new TaskCompletionSource();
        var waiting = StoreCall.LimitAsync(_ => call.Task, s_options.StoreTimeout, _clock, Stop);
        _clock.Advance(s_options.StoreTimeout);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        call.SetException(late);
    }

    // The run waits by timers that it sets when it gets to them.
    private async Task UntilAsync(Func<bool> isSo, TimeSpan? step = null)
    {
        while (!isSo())
        {
            _clock.Advance(step ?? TimeSpan.Zero);
            await Task.Delay(1, Stop);
        }
    }
}
