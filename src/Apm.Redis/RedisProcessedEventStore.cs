using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>Remembers processed webhooks in Redis, for all instances of a shop.</summary>
/// <remarks>
/// <para>
/// Each webhook has one key with a time to live. A payment that pings name has a second one with the value that was handled last.
/// A claim is <c>SET NX PX</c>. Renewal, completion and release are scripts that first compare the owner. Therefore one handler at a
/// time runs while its lease is held, and a processed webhook is not processed again while it is remembered.
/// </para>
/// <para>
/// The handler's changes and the completion are not one transaction. If an instance crashes after its handler succeeded and
/// before the completion, the webhook is processed again. The server must not forget keys: its
/// <c>maxmemory-policy</c> must be <c>noeviction</c>. After a failover to a replica that had not received the last writes, a
/// webhook may be processed again. A handler must be safe to run twice. If it is not, use a store that shares its transaction.
/// </para>
/// </remarks>
public sealed class RedisProcessedEventStore : LeasedEventStore
{
    private const string Claimed = "claimed:";
    private const string Handled = "handled:";

    // An expired claim has no key, so a key with the owner's claim is a held lease.
    private const string RenewScript = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";

    // The second condition is for a completion that is sent again because its first reply was lost.
    private const string CompleteScript = """
        local value = redis.call('GET', KEYS[1])
        if value == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1 end
        if value == ARGV[2] then return 1 end
        return 0
        """;

    // The second condition is for a completion that is sent again because its first reply was lost.
    private const string ReplaceScript = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then
            redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
            redis.call('DEL', KEYS[1])
            return 1
        end
        if redis.call('GET', KEYS[2]) == ARGV[2] then return 1 end
        return 0
        """;

    private const int OwnerLength = 32;

    private const string ReleaseScript = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private readonly IConnectionMultiplexer _connection;
    private readonly RedisEventStoreOptions _options;

    /// <summary>Creates a store on a connection of the shop. It does not dispose of the connection.</summary>
    /// <param name="connection">The connection to the server.</param>
    /// <param name="options">The names of keys; null for the defaults.</param>
    /// <param name="clock">The clock for time limits; null for the system's clock. Leases and retention use the clock of the server.</param>
    /// <param name="logger">Logs failures of the server; null for no log.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    public RedisProcessedEventStore(
        IConnectionMultiplexer connection,
        RedisEventStoreOptions? options = null,
        TimeProvider? clock = null,
        ILogger? logger = null)
        : base(clock, logger)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _options = options ?? new();
    }

    private IDatabase Database => _connection.GetDatabase(_options.Database);

    /// <inheritdoc/>
    protected override async Task<ProcessedEventClaim> ClaimAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (database, name) = (Database, Name(key));
        if (await database.StringSetAsync(name, Claimed + owner, lease, When.NotExists, CommandFlags.DemandMaster).ConfigureAwait(false))
        {
            return ProcessedEventClaim.Claimed;
        }

        // The claim may have expired in the meantime. In this case the next delivery gets the webhook.
        string? value = await database.StringGetAsync(name, CommandFlags.DemandMaster).ConfigureAwait(false);
        return value == Claimed + owner ? ProcessedEventClaim.Claimed
            : value?.StartsWith(Handled, StringComparison.Ordinal) == true ? ProcessedEventClaim.AlreadyHandled
            : ProcessedEventClaim.InProgress;
    }

    /// <inheritdoc/>
    protected override Task<bool> RenewAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        IsDoneAsync(RenewScript, key, [Claimed + owner, Milliseconds(lease)]);

    /// <inheritdoc/>
    protected override Task<bool> CompleteAsync(ProcessedEventKey key, string owner, TimeSpan retention, CancellationToken cancellationToken) =>
        IsDoneAsync(CompleteScript, key, [Claimed + owner, Handled + owner, Milliseconds(retention)]);

    /// <inheritdoc/>
    protected override Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken) =>
        IsDoneAsync(ReleaseScript, key, [Claimed + owner]);

    /// <inheritdoc/>
    protected override async Task<string?> ReadLatestAsync(ProcessedEventKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        string? value = await Database.StringGetAsync(ValueName(key), CommandFlags.DemandMaster).ConfigureAwait(false);
        return value is { Length: > OwnerLength } ? value[OwnerLength..] : null;
    }

    /// <inheritdoc/>
    protected override async Task<bool> CompleteLatestAsync(
        ProcessedEventKey key,
        string owner,
        string value,
        TimeSpan retention,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var answer = await Database.ScriptEvaluateAsync(
            ReplaceScript,
            [Name(key), ValueName(key)],
            [Claimed + owner, owner + value, Milliseconds(retention)],
            CommandFlags.DemandMaster).ConfigureAwait(false);
        return (long)answer == 1;
    }

    private static long Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);

    private async Task<bool> IsDoneAsync(string script, ProcessedEventKey key, RedisValue[] values)
    {
        ArgumentNullException.ThrowIfNull(key);
        var answer = await Database.ScriptEvaluateAsync(script, [Name(key)], values, CommandFlags.DemandMaster).ConfigureAwait(false);
        return (long)answer == 1;
    }

    private RedisKey Name(ProcessedEventKey key) => _options.KeyPrefix + key;

    // In a cluster, the keys of one script must have one slot, which depends on the text in the first braces.
    private RedisKey ValueName(ProcessedEventKey key)
    {
        var name = _options.KeyPrefix + key;
        return name.Contains('{', StringComparison.Ordinal) ? name + ":value" : "{" + name + "}:value";
    }
}
