using System.Diagnostics;
using Apm.Load;
using Apm.Tests.Stores;
using Microsoft.EntityFrameworkCore;

var options = LoadOptions.Parse(args);
if (options.IsWorker)
{
    await Worker.RunAsync(options);
    return 0;
}

var folder = Directory.CreateTempSubdirectory("apm-load-");
await using var redis = options.Store == "redis" ? RedisServer.Start() : null;
await using var postgres = options.Store == "postgres" ? await PostgresServer.StartAsync() : null;
if (redis is null && postgres is null && options.Store != "sqlite")
{
    Console.WriteLine($"not run: needs {(options.Store == "redis" ? "redis-server" : "postgres")}");
    return 2;
}

options = options with
{
    Folder = folder.FullName,
    Connection = redis?.ConnectionString ?? postgres?.ConnectionString("load") ?? $"Data Source={Path.Combine(folder.FullName, "load.db")}",
};
if (redis is null)
{
    var builder = new DbContextOptionsBuilder<LoadContext>();
    LoadContext.Use(builder, options);
    await using var context = new LoadContext(builder.Options);
    await context.Database.EnsureCreatedAsync();
}

var fleet = new Fleet(options);
using var gateway = new Gateway(options, fleet);
await fleet.StartAsync();

// Each instance compiles its code before it is measured.
await gateway.TellAllAsync(Enumerable.Range(0, options.Instances * 20).Select(number => $"warm-{number}"));
var ids = new List<string>();
using var told = new CancellationTokenSource();
var disturbing = fleet.DisturbAsync(told.Token);
var clock = Stopwatch.StartNew();
await gateway.TellAllAsync(Events());
var elapsed = clock.Elapsed;
await told.CancelAsync();
await disturbing;
var health = await fleet.StopAsync();

Console.WriteLine($"{options.Store}: {ids.Count} events in {elapsed.TotalSeconds:0.00} s, {options.Instances} instances");
Console.WriteLine($"  each event to {options.Deliveries} at once, handler {options.Handler.TotalMilliseconds} ms, lease {options.Lease.TotalSeconds} s");
Console.WriteLine($"  {gateway.Counts} (with those that warmed up)");
var kept = await Verdict.PrintAsync(options, ids, fleet.Disturbances);
foreach (
    var instance in health.CountBy(said => said.Contains("too few", StringComparison.Ordinal) ? said.Split(',')[0] + ", memory: too few measurements" : said))
{
    Console.WriteLine($"  {instance.Value} instances {instance.Key}");
}

kept &= health.All(said => said.StartsWith("well", StringComparison.Ordinal));
folder.Delete(recursive: true);
Console.WriteLine(kept ? "kept" : "BROKEN");
return kept ? 0 : 1;

IEnumerable<string> Events()
{
    for (var number = 0; number < options.Events && clock.Elapsed < options.Within; number++)
    {
        ids.Add($"evt-{number}");
        yield return ids[^1];
    }
}
