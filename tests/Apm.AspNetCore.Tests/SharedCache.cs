using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace Apm.AspNetCore.Tests;

/// <summary>A cache outside of every instance.</summary>
internal sealed class SharedCache : IDistributedCache
{
    private readonly ConcurrentDictionary<string, byte[]> _entries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _readers;

    public bool IsAway { get; set; }

    /// <summary>So many instances read in step: each waits for the others before it goes on.</summary>
    public int ReadersPerTurn { get; init; } = 1;

    public byte[]? Get(string key) => throw new NotSupportedException();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        var (value, turn) = (Read(key), Task.CompletedTask);
        lock (_lock)
        {
            if (++_readers % ReadersPerTurn == 0)
            {
                _turn.SetResult();
                _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else
            {
                turn = _turn.Task;
            }
        }

        await turn;
        return value;
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Read(key);
        _entries[key] = value;
        if (ReadersPerTurn > 1 && value.Length > 1)
        {
            // Both claims are written before either is read back.
            await GetAsync(key, token);
        }
    }

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Read(key);
        _entries.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private byte[]? Read(string key) => IsAway ? throw new IOException("The cache is away.") : _entries.GetValueOrDefault(key);
}
