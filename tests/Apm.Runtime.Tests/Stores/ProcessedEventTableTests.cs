using Microsoft.Extensions.Logging.Testing;

namespace Apm.Tests.Stores;

/// <summary>When a claim and the memory of an event end, and when it is said that the memory is full.</summary>
public class ProcessedEventTableTests
{
    private static readonly ProcessedEventKey s_key = new("shop", "acme/1", "evt-1");

    private readonly DateTimeOffset _start = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeLogger _log = new();

    [Fact]
    public void A_claim_ends_at_its_last_moment_and_a_handled_event_is_forgotten_at_its_own()
    {
        var (table, now) = (new ProcessedEventTable(2, _log), _start);
        Assert.Equal(ProcessedEventClaim.Claimed, table.Claim(s_key, "one", now, TimeSpan.FromSeconds(30)));
        Assert.Equal(
            ProcessedEventClaim.InProgress,
            table.Claim(s_key, "two", now + TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1), TimeSpan.FromSeconds(30)));
        Assert.Equal(ProcessedEventClaim.Claimed, table.Claim(s_key, "two", now + TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)));
        Assert.Equal(default, table.ExpiresAt(new("shop", "acme/1", "unknown")));

        // Of two that are handled, the one whose time is over is not forgotten early, so nobody is warned.
        Assert.True(table.TryComplete(s_key, "two", now, TimeSpan.FromDays(1)));
        Complete(table, "evt-2", now + TimeSpan.FromDays(1));
        Assert.Equal(1, table.Count);
        Assert.Equal(0, _log.Collector.Count);
    }

    [Fact]
    public void An_event_that_was_handled_anew_is_remembered_from_then_on()
    {
        var (table, now) = (new ProcessedEventTable(10, _log), _start);
        Complete(table, "evt-1", now);
        Complete(table, "evt-1", now + TimeSpan.FromDays(2));

        Assert.Equal(ProcessedEventClaim.AlreadyHandled, table.Claim(s_key, "late", now + TimeSpan.FromDays(2.5), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void It_is_warned_again_after_exactly_a_minute()
    {
        var (table, now) = (new ProcessedEventTable(1, _log), _start);
        Complete(table, "a", now);
        Complete(table, "b", now);
        Complete(table, "c", now + TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal(1, _log.Collector.Count);

        Complete(table, "d", now + TimeSpan.FromMinutes(1));

        Assert.Equal(2, _log.Collector.Count);
        Assert.Contains("forgot 2 webhooks", _log.LatestRecord.Message, StringComparison.Ordinal);
    }

    private static void Complete(ProcessedEventTable table, string id, DateTimeOffset now)
    {
        var key = new ProcessedEventKey("shop", "acme/1", id);
        Assert.Equal(ProcessedEventClaim.Claimed, table.Claim(key, id + now, now, TimeSpan.FromSeconds(30)));
        Assert.True(table.TryComplete(key, id + now, now, TimeSpan.FromDays(1)));
    }
}
