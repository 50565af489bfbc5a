using System.CommandLine;
using Apm.Faults;
using Apm.Faults.Load;

// Counts what arrives at a gateway, behind every chain of handlers, at every fault, for every operation.
var reduced = new Option<bool>("--reduced") { Description = "Every chain at every fault, with one operation each." };
var chain = new Option<string>("--chain") { Description = "Only chains whose name contains this." };
var fault = new Option<string>("--fault") { Description = "Only faults whose name contains this." };
var operation = new Option<string>("--operation") { Description = "Only this operation." };
var command = new RootCommand(
    "Counts what arrives at a gateway, behind every chain of handlers, at every fault, for every operation. It ends with 1 where a cell fails.")
{
    reduced, chain, fault, operation,
};
command.SetAction(
    async (arguments, cancellationToken) =>
    {
        bool Has(string name, Option<string> option) => arguments.GetValue(option) is not { } part || name.Contains(part, StringComparison.OrdinalIgnoreCase);
        var cells = (arguments.GetValue(reduced) ? Matrix.Reduced() : Matrix.All())
            .Where(cell =>
                Has(cell.Chain.Name, chain) && Has(cell.Fault.Name, fault) && (arguments.GetValue(operation) ?? cell.Operation.Name) == cell.Operation.Name)
            .ToList();
        Console.WriteLine($"{Chain.All.Count} chains, {Fault.All.Count} faults, {Operation.All.Count} operations: {cells.Count} cells");
        var started = TimeProvider.System.GetTimestamp();
        var done = 0;
        var results = await Matrix.RunAsync(
            cells,
            result =>
            {
                if (result.Problem is { } problem)
                {
                    Console.WriteLine($"FAILED {result.Cell}: {problem} (told: {result.Told})");
                }

            if (Interlocked.Increment(ref done) % 1000 == 0)
            {
                Console.WriteLine($"{done} of {cells.Count} after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s");
            }
        },
        cancellationToken);

        foreach (var told in results.GroupBy(result => (result.Told, Arrived: Math.Min(result.Arrived, 2))).OrderBy(group => group.Key))
        {
            Console.WriteLine(
                $"{told.Count(), 7} told {told.Key.Told}, arrived {(told.Key.Arrived == 2 ? "more than once" : told.Key.Arrived == 1 ? "once" : "never")}");
        }

    foreach (var cell in cells.Except(results.Select(result => result.Cell)))
    {
        Console.WriteLine("not run to its end: " + cell);
    }

        var slowest = results.MaxBy(result => result.Elapsed);
        Console.WriteLine($"the slowest: {slowest?.Cell}, {slowest?.Elapsed.TotalSeconds:0.0} s");
        var failed = results.Count(result => result.Problem is not null);
        var notRun = results.Count < cells.Count ? $", {cells.Count - results.Count} not run" : "";
        Console.WriteLine($"{results.Count} cells in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s, {failed} failed{notRun}");
        return failed == 0 && results.Count == cells.Count ? 0 : 1;
    }
);

var seconds = new Option<int>("--seconds") { Description = "How long.", DefaultValueFactory = _ => 300 };
var customers = new Option<int>("--customers") { Description = "How many pay at a time.", DefaultValueFactory = _ => 48 };
var share = new Option<double>("--share") { Description = "The share of requests that meet a fault.", DefaultValueFactory = _ => 0.01 };
var load = new Command(
    "load",
    "Pays for a while behind six chains at a gateway at which a share of the requests meets a fault. It ends with 1 where a promise is broken or memory grows.")
{
    seconds, customers, share,
};
load.SetAction(
    async (arguments, cancellationToken) =>
    {
        var payments = new PaymentLoad(
            TimeSpan.FromSeconds(arguments.GetRequiredValue(seconds)),
            arguments.GetRequiredValue(customers),
            arguments.GetRequiredValue(share));
        return await payments.RunAsync(cancellationToken) ? 0 : 1;
    }
);
command.Subcommands.Add(load);
return await command.Parse(args).InvokeAsync();
