using System.Collections.Concurrent;

namespace Apm.Load;

/// <summary>All instances of the shop, and what is done to them while they are told of events.</summary>
internal sealed class Fleet(LoadOptions options)
{
    private readonly ConcurrentQueue<Disturbance> _disturbances = new();

    public IReadOnlyList<Instance> Instances { get; } = [.. Enumerable.Range(0, options.Instances).Select(_ => new Instance(options))];

    /// <summary>Each process that was killed or paused, with the events that were under way in it.</summary>
    public IReadOnlyCollection<Disturbance> Disturbances => _disturbances;

    public async Task StartAsync()
    {
        // A few at a time: they share the processors with the servers.
        foreach (var some in Instances.Chunk(4))
        {
            await Task.WhenAll(some.Select(instance => instance.StartAsync()));
        }
    }

    public async Task DisturbAsync(CancellationToken end)
    {
        while ((options.Kill || options.Pause) && !end.IsCancellationRequested)
        {
            await Task.Delay(options.Every * (0.5 + Random.Shared.NextDouble()), CancellationToken.None);
            var instance = Instances[Random.Shared.Next(Instances.Count)];
            if (options.Kill && (!options.Pause || Random.Shared.Next(2) == 0))
            {
                var (process, underWay) = (instance.ProcessId, instance.UnderWay);
                instance.Signal("KILL");
                _disturbances.Enqueue(new(process, [.. underWay, .. instance.UnderWay]));
                await instance.KillAsync();
                await instance.StartAsync();
            }
            else
            {
                instance.Signal("STOP");
                _disturbances.Enqueue(new(instance.ProcessId, [.. instance.UnderWay]));
                await Task.Delay(options.Lease * 2, CancellationToken.None);
                instance.Signal("CONT");
            }
        }
    }

    /// <returns>What each instance says of itself.</returns>
    public Task<string[]> StopAsync() => Task.WhenAll(Instances.Select(instance => instance.StopAsync()));

    internal sealed record Disturbance(int Process, HashSet<string> UnderWay);
}
