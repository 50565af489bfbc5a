using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Tests.Stores;

/// <summary>What a store makes of a server that is away, or does not answer.</summary>
public class LeasedEventStoreTests
{
    private static readonly ProcessedEventKey s_key = new("shop:/events", "acme/1", "evt-1");
    private static readonly ProcessedEventOptions s_options = new() { Lease = TimeSpan.FromSeconds(30), StoreTimeout = TimeSpan.FromSeconds(5) };

    private readonly CountingClock _clock = new();
    private readonly FakeLogger _log = new();
    private readonly FaultyStore _store;

    public LeasedEventStoreTests() => _store = new FaultyStore(_clock, _log);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_without_an_answer_fails_its_delivery_and_blocks_no_later_one()
    {
        _store.Hanging = StoreCallKind.Claim;
        var first = DeliverAsync(_ => throw new InvalidOperationException("Not called."));
        Assert.False(first.IsCompleted);

        _clock.Advance(s_options.StoreTimeout);

        Assert.Contains("did not respond within 00:00:05", (await Assert.ThrowsAsync<TimeoutException>(() => first)).Message, StringComparison.Ordinal);
        _store.Hanging = StoreCallKind.None;
        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task A_claim_that_the_server_carries_out_too_late_is_released()
    {
        _store.Hanging = StoreCallKind.Claim;
        var first = DeliverAsync(_ => throw new InvalidOperationException("Not called."));
        _clock.Advance(s_options.StoreTimeout);
        await Assert.ThrowsAsync<TimeoutException>(() => first);

        _store.Hanging = StoreCallKind.None;
        _store.Answer();

        await UntilAsync(() => _store.Calls.Contains(StoreCallKind.Release));
        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task A_claim_that_failed_after_the_server_carried_it_out_is_released()
    {
        _store.Away = StoreCallKind.Claim;

        await Assert.ThrowsAsync<IOException>(() => DeliverAsync(_ => throw new InvalidOperationException("Not called.")));

        await UntilAsync(() => _store.Calls.Contains(StoreCallKind.Release));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lease_that_cannot_be_renewed_is_lost_when_it_has_run_out_and_not_before(bool hangs)
    {
        (_store.Hanging, _store.Away) = hangs ? (StoreCallKind.Renew, StoreCallKind.None) : (StoreCallKind.None, StoreCallKind.Renew);
        var (began, token) = (new TaskCompletionSource(), CancellationToken.None);
        var first = DeliverAsync(given => { token = given; began.SetResult(); return Task.Delay(Timeout.Infinite, given); });
        await began.Task;

        for (var second = 0; second < 29; second++)
        {
            await AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        Assert.False(token.IsCancellationRequested);
        await UntilAsync(() => token.IsCancellationRequested, () => AdvanceAsync(TimeSpan.FromMilliseconds(1)));

        Assert.True(_clock.GetUtcNow() - _clock.Start < TimeSpan.FromSeconds(31));
        Assert.True(_store.Calls.Count(call => call == StoreCallKind.Renew) >= 3);
        Assert.Contains("is not used", (await Assert.ThrowsAsync<EventLeaseLostException>(() => first)).Message, StringComparison.Ordinal);
        Assert.Contains(_log.Collector.GetSnapshot(), line => line.Message.Contains("could not be renewed", StringComparison.Ordinal));
        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task A_lease_is_kept_over_a_renewal_that_failed()
    {
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = DeliverAsync(_ => { began.SetResult(); return end.Task; });
        await began.Task;

        // One for the handler, one for the first renewal.
        await UntilAsync(() => _clock.Timers == 2);
        _store.Away = StoreCallKind.Renew;
        await AdvanceToRenewalAsync(s_options.Lease / 4);
        _store.Away = StoreCallKind.None;
        await AdvanceToRenewalAsync(s_options.Lease / 16);
        for (var renewal = 0; renewal < 12; renewal++)
        {
            await AdvanceToRenewalAsync(s_options.Lease / 4);
        }

        Assert.True(_clock.GetUtcNow() - _clock.Start > s_options.Lease * 2);
        _store.Away = StoreCallKind.Renew;
        await AdvanceToRenewalAsync(s_options.Lease / 4);
        _store.Away = StoreCallKind.None;
        await AdvanceToRenewalAsync(s_options.Lease / 16);
        end.SetResult();
        Assert.Equal(ProcessedEventResult.Handled, await first);
    }

    [Fact]
    public async Task What_was_handled_counts_although_it_could_not_be_remembered()
    {
        _store.Away = StoreCallKind.Complete;

        Assert.Equal(ProcessedEventResult.Handled, await DeliverAsync(_ => Task.CompletedTask));

        Assert.Equal(3, _store.Calls.Count(call => call == StoreCallKind.Complete));
        Assert.Equal(LogLevel.Error, Assert.Single(_log.Collector.GetSnapshot()).Level);
    }

    [Fact]
    public async Task A_completion_without_an_answer_is_tried_again()
    {
        _store.Hanging = StoreCallKind.Complete;
        var first = DeliverAsync(_ => Task.CompletedTask);
        await UntilAsync(() => _store.Calls.Contains(StoreCallKind.Complete));

        _store.Hanging = StoreCallKind.None;
        await UntilAsync(() => first.IsCompleted, () => AdvanceAsync(TimeSpan.FromSeconds(1)));

        Assert.Equal(ProcessedEventResult.Handled, await first);
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await DeliverAsync(_ => throw new InvalidOperationException("Not called.")));
    }

    [Fact]
    public async Task A_lease_is_renewed_until_its_completion_is_answered()
    {
        _store.Hanging = StoreCallKind.Complete;
        var first = _store.ProcessAsync(s_key, _ => Task.CompletedTask, s_options with { Lease = TimeSpan.FromSeconds(4) }, Stop);

        await UntilAsync(() => first.IsCompleted, () => AdvanceAsync(TimeSpan.FromSeconds(1)));

        Assert.Equal(ProcessedEventResult.Handled, await first);
        Assert.Contains(StoreCallKind.Renew, _store.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_renewal_is_told_after_its_handler_succeeded_loses_no_lease(bool isAway)
    {
        // The server carries the completion out, and its answer is late: a renewal is refused from then on.
        var complete = new TaskCompletionSource();
        (_store.LateCompletion, _store.Away) = (complete.Task, isAway ? StoreCallKind.Renew : StoreCallKind.None);
        var first = _store.ProcessAsync(s_key, _ => Task.CompletedTask, s_options with { Lease = TimeSpan.FromSeconds(1) }, Stop);

        await UntilAsync(() => first.IsCompleted || Renewals() >= 3, () => AdvanceAsync(TimeSpan.FromMilliseconds(100)));
        complete.SetResult();

        Assert.Equal(ProcessedEventResult.Handled, await first);
        Assert.True(Renewals() >= 3);

        int Renewals() => _store.Calls.Count(call => call == StoreCallKind.Renew);
    }

    [Fact]
    public async Task A_release_without_an_answer_hides_nothing_of_what_the_handler_threw()
    {
        _store.Hanging = StoreCallKind.Release;
        var problem = new InvalidOperationException("The database is away.");
        var first = DeliverAsync(_ => throw problem);
        await UntilAsync(() => first.IsCompleted, () => AdvanceAsync(TimeSpan.FromSeconds(1)));

        Assert.Same(problem, await Assert.ThrowsAsync<InvalidOperationException>(() => first));
        Assert.Contains("could not be released", Assert.Single(_log.Collector.GetSnapshot()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_holds_up_nobody()
    {
        using var end = new ManualResetEventSlim();
        var first = DeliverAsync(_ => { end.Wait(Stop); return Task.CompletedTask; });

        Assert.Equal(ProcessedEventResult.InProgress, await DeliverAsync(_ => Task.CompletedTask));
        end.Set();
        Assert.Equal(ProcessedEventResult.Handled, await first);
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(isSo, () => Task.CompletedTask);

    private static async Task UntilAsync(Func<bool> isSo, Func<Task> meanwhile)
    {
        while (!isSo())
        {
            await meanwhile();
            await Task.Delay(1, Stop);
        }
    }

    // The run waits by timers: the clock moves on when the timer of the next renewal is set.
    private async Task AdvanceToRenewalAsync(TimeSpan due)
    {
        var (calls, timers) = (_store.Calls.Count, _clock.Timers);
        _clock.Advance(due);
        await UntilAsync(() => _store.Calls.Count > calls && _clock.Timers > timers);
    }

    private async Task AdvanceAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await Task.Yield();
    }

    private Task<ProcessedEventResult> DeliverAsync(Func<CancellationToken, Task> handler) => _store.ProcessAsync(s_key, handler, s_options, Stop);

    private sealed class CountingClock : FakeTimeProvider
    {
        private int _timers;

        public int Timers => Volatile.Read(ref _timers);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _timers);
            return timer;
        }
    }
}
