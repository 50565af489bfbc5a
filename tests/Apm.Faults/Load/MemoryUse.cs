using System.Globalization;

namespace Apm.Faults.Load;

/// <summary>What is reachable, over time. The least counts: a huge answer that is being read is no leak.</summary>
internal sealed class MemoryUse
{
    private const int Enough = 9;

    private readonly List<long> _heap = [];

    /// <summary>Whether the last third of the measurements is higher than the second, by more than 1 MiB.</summary>
    public bool Grows => _heap.Count >= Enough && Last > Middle + (1 << 20);

    private long Middle => _heap[(_heap.Count / 3)..(_heap.Count * 2 / 3)].Min();

    private long Last => _heap[(_heap.Count * 2 / 3)..].Min();

    /// <summary>Collects all garbage, and what waits for its finalizer.</summary>
    public static void Collect()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    public string Measure()
    {
        Collect();
        _heap.Add(GC.GetTotalMemory(forceFullCollection: true));
        return Text(_heap[^1]);
    }

    public override string ToString() =>
        _heap.Count < Enough ? "too few measurements" : $"{Text(Middle)} in the middle third, {Text(Last)} in the last{(Grows ? ": IT GROWS" : "")}";

    private static string Text(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.00} MiB");
}
