namespace Apm.Tests.Stores;

/// <summary>The key of a processed event, and the times that a store keeps.</summary>
public class ProcessedEventTests
{
    [Fact]
    public void Two_keys_never_have_the_same_text()
    {
        string[] parts = ["a", "a:b", "b", "a%3Ab", "a%b", ":", "%"];
        var keys = (from consumer in parts from api in parts from id in parts select new ProcessedEventKey(consumer, api, id)).ToList();

        Assert.Equal(keys.Count, keys.Select(key => key.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("shop%3A/events:acme/1:evt-1", new ProcessedEventKey("shop:/events", "acme/1", "evt-1").ToString());
        Assert.Equal("%25:acme/1:evt-1", new ProcessedEventKey("%", "acme/1", "evt-1").ToString());
    }

    [Fact]
    public void A_key_has_all_its_parts()
    {
        Assert.Throws<ArgumentException>("consumer", () => new ProcessedEventKey("", "acme/1", "evt-1"));
        Assert.Throws<ArgumentException>("api", () => new ProcessedEventKey("shop", "", "evt-1"));
        Assert.Throws<ArgumentException>("eventId", () => new ProcessedEventKey("shop", "acme/1", ""));
    }

    [Fact]
    public async Task A_store_that_runs_no_handler_or_completes_nothing_is_told_so()
    {
        var store = new Careless();

        await Assert.ThrowsAsync<ArgumentNullException>("handler", () => store.RunAsync(null!, _ => Task.CompletedTask));
        await Assert.ThrowsAsync<ArgumentNullException>("complete", () => store.RunAsync(_ => Task.CompletedTask, null!));
    }

    [Fact]
    public async Task Each_run_has_a_token_of_its_own_of_32_digits()
    {
        var store = new Careless();

        for (var run = 0; run < 10; run++)
        {
            await store.ProcessAsync(new("shop", "acme/1", "evt-1"), _ => Task.CompletedTask, new(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(10, store.Owners.Distinct().Count());
        Assert.All(store.Owners, owner => Assert.Matches("^[0-9a-f]{32}$", owner));
    }

    [Fact]
    public void Times_that_are_none_are_refused()
    {
        var tick = TimeSpan.FromTicks(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { Lease = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { HandleWithin = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { StoreTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { Retention = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { Retention = TimeSpan.FromDays(400) + tick });
        Assert.Equal(TimeSpan.FromDays(400), new ProcessedEventOptions { Retention = TimeSpan.FromDays(400) }.Retention);
        Assert.Equal(tick, new ProcessedEventOptions { Lease = tick }.Lease);
    }

    private sealed class Careless : LeasedEventStore
    {
        public Task RunAsync(Func<CancellationToken, Task> handler, Func<CancellationToken, Task> complete) =>
            RunAsync(new("shop", "acme/1", "evt-1"), "owner", handler, complete, CancellationToken.None);

        public List<string> Owners { get; } = [];

        protected override Task<ProcessedEventClaim> ClaimAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken)
        {
            Owners.Add(owner);
            return Task.FromResult(ProcessedEventClaim.AlreadyHandled);
        }

        protected override Task<bool> RenewAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        protected override Task<bool> CompleteAsync(ProcessedEventKey key, string owner, TimeSpan retention, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        protected override Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
