using Microsoft.EntityFrameworkCore;

namespace Apm.Load;

/// <summary>Counts runs and committed effects of each event, and says whether the store kept its promise.</summary>
internal static class Verdict
{
    /// <returns>Whether it did.</returns>
    public static async Task<bool> PrintAsync(LoadOptions options, IReadOnlyCollection<string> ids, IReadOnlyCollection<Fleet.Disturbance> disturbances)
    {
        var runs = RunLog.Read(options.Folder).ToLookup(line => line.Id, StringComparer.Ordinal);
        var repeated = ids.Where(id => runs[id].Count(line => !line.IsEnd) > 1).ToList();
        Console.WriteLine($"  disturbed instances: {disturbances.Count}");
        return options.Store == "redis" ? OfRuns(ids, runs, repeated, disturbances) : await OfEffectsAsync(options, ids, repeated);
    }

    private static bool OfRuns(
        IReadOnlyCollection<string> ids,
        ILookup<string, RunLog.Line> runs,
        List<string> repeated,
        IReadOnlyCollection<Fleet.Disturbance> disturbances)
    {
        var unfinished = ids.Count(id => !runs[id].Any(line => line.IsEnd));
        var unexplained = new List<string>();
        foreach (var id in repeated)
        {
            // All runs but one must have been under way in a process that was killed or paused.
            var begun = runs[id].Where(line => !line.IsEnd).Select(line => line.Process).ToList();
            var explained = begun.Count(process => disturbances.Any(disturbance => disturbance.Process == process && disturbance.UnderWay.Contains(id)));
            if (explained < begun.Count - 1)
            {
                unexplained.Add(id);
            }

            var remark = explained < begun.Count - 1 ? ", NOT under way at a disturbance" : "";
            Console.WriteLine($"  run again: {id} in processes {string.Join(", ", begun)}{remark}");
        }

        Console.WriteLine($"  events without a completion: {unfinished}");
        Console.WriteLine($"  events that ran more than once: {repeated.Count}; of these not under way at a disturbance: {unexplained.Count}");
        return unfinished == 0 && unexplained.Count == 0;
    }

    private static async Task<bool> OfEffectsAsync(LoadOptions options, IReadOnlyCollection<string> ids, List<string> repeated)
    {
        var builder = new DbContextOptionsBuilder<LoadContext>();
        LoadContext.Use(builder, options);
        await using var context = new LoadContext(builder.Options);
        var effects = (await context.Effects.AsNoTracking().Select(effect => effect.EventId).ToListAsync()).CountBy(id => id).ToDictionary();
        var missing = ids.Count(id => !effects.ContainsKey(id));
        var doubled = ids.Count(id => effects.GetValueOrDefault(id) > 1);
        Console.WriteLine($"  events without a committed effect: {missing}");
        Console.WriteLine($"  events with more than one committed effect: {doubled}");
        Console.WriteLine($"  events whose handler began more than once, all but one rolled back: {repeated.Count}");
        return missing == 0 && doubled == 0;
    }
}
