using Apm.Tests.Stores;
using StackExchange.Redis;

namespace Apm.Redis.Tests;

/// <summary>The promises of every store, and those of this one, at a real server.</summary>
public sealed class RedisStoreTests : StorePromises
{
    // Time passes for one key, in one step.
    private const string PassScript = """
        local left = redis.call('PTTL', KEYS[1])
        if left > 0 then return redis.call('PEXPIRE', KEYS[1], left - ARGV[1]) end
        return 0
        """;

    private static readonly ProcessedEventKey s_key = new("shop:/events", "acme/1", "evt-1");
    private static readonly ProcessedEventOptions s_options = new();

    private readonly RedisFixture _server;
    private readonly ConnectionMultiplexer _connection;
    private readonly RedisEventStoreOptions _options = new() { KeyPrefix = $"test-{Guid.NewGuid():N}:" };

    public RedisStoreTests(RedisFixture server) => (_server, _connection) = (server, server.ConnectionOrSkip());

    private IDatabase Database => _connection.GetDatabase();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_does_not_answer_fails_the_delivery_and_blocks_no_later_one()
    {
        // Over a connection that waits for nothing.
        await using var administrator = await _server.ConnectAsync();
        await administrator.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "60000", "WRITE");
        Task<ProcessedEventResult> first;
        try
        {
            first = Open().ProcessAsync(s_key, _ => throw new InvalidOperationException("Not called."), s_options, Stop);
            await UntilAsync(() =>
            {
                Clock.Advance(s_options.StoreTimeout);
                return Task.FromResult(first.IsCompleted);
            });
        }
        finally
        {
            await administrator.GetDatabase().ExecuteAsync("CLIENT", "UNPAUSE");
        }

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        var last = ProcessedEventResult.InProgress;
        await UntilAsync(async () => (last = await Open().ProcessAsync(s_key, _ => Task.CompletedTask, s_options, Stop)) != ProcessedEventResult.InProgress);
        Assert.Equal(ProcessedEventResult.Handled, last);
    }

    [Fact]
    public async Task A_claim_that_the_server_lost_is_a_lost_lease()
    {
        var store = Open();
        var began = new TaskCompletionSource();
        var first = store.ProcessAsync(s_key, token => { began.SetResult(); return Task.Delay(Timeout.Infinite, token); }, s_options, Stop);
        await began.Task;

        await Database.KeyDeleteAsync(_options.KeyPrefix + s_key);
        await UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(first.IsCompleted);
        });

        await Assert.ThrowsAsync<EventLeaseLostException>(() => first);
        Assert.Equal(ProcessedEventResult.Handled, await Open().ProcessAsync(s_key, _ => Task.CompletedTask, s_options, Stop));
    }

    [Fact]
    public async Task Deployments_with_another_prefix_have_events_of_their_own()
    {
        var staging = new RedisProcessedEventStore(_connection, new() { KeyPrefix = _options.KeyPrefix + "staging:" });

        Assert.Equal(ProcessedEventResult.Handled, await Open().ProcessAsync(s_key, _ => Task.CompletedTask, s_options, Stop));
        Assert.Equal(ProcessedEventResult.Handled, await staging.ProcessAsync(s_key, _ => Task.CompletedTask, s_options, Stop));
    }

    [Fact]
    public async Task A_key_says_in_plain_text_who_handled_what_and_ends_with_the_retention()
    {
        await Open().ProcessAsync(s_key, _ => Task.CompletedTask, s_options, Stop);

        var name = _options.KeyPrefix + "shop%3A/events:acme/1:evt-1";
        Assert.StartsWith("handled:", (string?)await Database.StringGetAsync(name), StringComparison.Ordinal);
        Assert.InRange((await Database.KeyTimeToLiveAsync(name))!.Value, s_options.Retention - TimeSpan.FromMinutes(5), s_options.Retention);
    }

    protected override IProcessedEventStore Open() => new RedisProcessedEventStore(_connection, _options, Clock);

    protected override IProcessedEventStore OpenPaused() => new RedisProcessedEventStore(_connection, _options, PausedClock);

    protected override async Task PassAsync(ProcessedEventKey key, TimeSpan time)
    {
        await Database.ScriptEvaluateAsync(PassScript, [_options.KeyPrefix + key], [(long)time.TotalMilliseconds]);
        Clock.Advance(time);
    }

    protected override async Task<TimeSpan> RemainingAsync(ProcessedEventKey key) =>
        await Database.KeyTimeToLiveAsync(_options.KeyPrefix + key) ?? TimeSpan.Zero;
}
