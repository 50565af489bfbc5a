using System.Collections.Concurrent;

namespace Apm.Tests.Stores;

/// <summary>The calls that a store makes to its server.</summary>
internal enum StoreCallKind
{
    None,
    Claim,
    Renew,
    Complete,
    Release,
}

/// <summary>A store whose server can be away, or take a call and never answer.</summary>
internal sealed class FaultyStore(TimeProvider? clock = null, Microsoft.Extensions.Logging.ILogger? logger = null) : LeasedEventStore(clock, logger)
{
    private readonly ConcurrentDictionary<ProcessedEventKey, string> _owners = new();
    private readonly ConcurrentDictionary<ProcessedEventKey, bool> _handled = new();
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsAway { get; set; }

    public StoreCallKind Away { get; set; }

    /// <summary>This call hangs, whatever its token says.</summary>
    public StoreCallKind Hanging { get; set; }

    /// <summary>What the handler did is undone where its completion is refused.</summary>
    public bool Outlives { get; init; }

    /// <summary>How many times the handler is called, as by a store that undoes what it did and tries again.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>A completion is carried out at once, and answered after this.</summary>
    public Task LateCompletion { get; set; } = Task.CompletedTask;

    public ConcurrentQueue<StoreCallKind> Calls { get; } = new();

    protected override bool OutlivesUnconfirmedLease => Outlives;

    /// <summary>What hangs is carried out now.</summary>
    public void Answer() => _answer.TrySetResult();

    protected override async Task RunAsync(
        ProcessedEventKey key, string owner, Func<CancellationToken, Task> handler, Func<CancellationToken, Task> complete, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt < Attempts; attempt++)
        {
            await handler(cancellationToken);
        }

        await base.RunAsync(key, owner, handler, complete, cancellationToken);
    }

    protected override async Task<ProcessedEventClaim> ClaimAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await CallAsync(StoreCallKind.Claim);
        return _handled.ContainsKey(key) ? ProcessedEventClaim.AlreadyHandled
            : _owners.TryAdd(key, owner) ? ProcessedEventClaim.Claimed
            : ProcessedEventClaim.InProgress;
    }

    protected override async Task<bool> RenewAsync(ProcessedEventKey key, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await CallAsync(StoreCallKind.Renew);
        return IsHeld(key, owner) && !_handled.ContainsKey(key);
    }

    protected override async Task<bool> CompleteAsync(ProcessedEventKey key, string owner, TimeSpan retention, CancellationToken cancellationToken)
    {
        await CallAsync(StoreCallKind.Complete);
        var isCompleted = IsHeld(key, owner);
        _ = isCompleted && _handled.TryAdd(key, true);
        await LateCompletion;
        return isCompleted;
    }

    protected override async Task ReleaseAsync(ProcessedEventKey key, string owner, CancellationToken cancellationToken)
    {
        await CallAsync(StoreCallKind.Release);
        _owners.TryRemove(new(key, owner));
    }

    private bool IsHeld(ProcessedEventKey key, string owner) => _owners.TryGetValue(key, out var other) && other == owner;

    private Task CallAsync(StoreCallKind call)
    {
        Calls.Enqueue(call);
        return IsAway || Away == call ? throw new IOException("The server is away.")
            : Hanging == call ? _answer.Task
            : Task.CompletedTask;
    }
}
