using System.Collections.Concurrent;

namespace Apm.Faults;

/// <summary>Runs cells side by side.</summary>
internal static class Matrix
{
    private const int AtOnce = 16;

    /// <summary>Every cell: what comes after matters only to faults that a second attempt can meet.</summary>
    public static IEnumerable<Cell> All() =>
        from chain in Chain.All
        from fault in Fault.All
        from aftermath in Aftermaths(fault)
        from operation in Operation.All
        select new Cell(chain, fault, aftermath, operation);

    /// <summary>Every chain at every fault once, with operations and what comes after in turn.</summary>
    public static IEnumerable<Cell> Reduced()
    {
        var turn = 0;
        foreach (var chain in Chain.All)
        {
            foreach (var fault in Fault.All)
            {
                var aftermaths = Aftermaths(fault);
                yield return new Cell(chain, fault, aftermaths[turn % aftermaths.Length], Operation.All[turn % Operation.All.Count]);
                turn++;
            }

            // Otherwise the next chain would meet each fault with the same operation, where the counts divide each other.
            turn++;
        }
    }

    /// <summary>Runs cells.</summary>
    /// <param name="cells">Which.</param>
    /// <param name="progress">Told of each result.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<IReadOnlyCollection<CellResult>> RunAsync(
        IEnumerable<Cell> cells,
        Action<CellResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var results = new ConcurrentQueue<CellResult>();
        try
        {
            await Parallel.ForEachAsync(
                cells,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (cell, token) =>
                {
                    var result = await cell.RunAsync(token);
                    results.Enqueue(result);
                    progress?.Invoke(result);
                }
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested) { }

        return results;
    }

    private static Aftermath[] Aftermaths(Fault fault) => fault switch
    {
        { IsHealthy: true } or { IsDown: true } => [Aftermath.Again],
        { Stream: not null } => [Aftermath.Again, Aftermath.Accept, Aftermath.Refuse],
        _ => Enum.GetValues<Aftermath>(),
    };
}
