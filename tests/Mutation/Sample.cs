// Tests mutants that are chosen by chance, from a fixed seed, where all of them would take more than a working day:
//
//   dotnet run tests/Mutation/Sample.cs -- LISTING TESTS COUNT SEED OUTPUT [-in FOLDER] [options of the tests]
//
// LISTING is a report of Stryker in which no mutant was tested. TESTS is the assembly of the tests, beside the assembly that has
// all mutants; Stryker leaves it so. Each mutant is tested in a process of its own, so that static fields are made with it, and
// until the first test fails. OUTPUT gets one line for each mutant. What stands there already is not tested again. With -in,
// only the mutants of a folder are chosen from.
using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

var (listing, tests, count, seed, output) = (args[0], Path.GetFullPath(args[1]), int.Parse(args[2]), int.Parse(args[3]), args[4]);
var (folder, options) = args[5..] is ["-in", var name, .. var rest] ? ($"/{name}/", rest) : ("/", args[5..]);
var mutants = JsonNode.Parse(File.ReadAllText(listing))!["files"]!.AsObject()
    .Where(file => file.Key.Replace('\\', '/').Contains(folder, StringComparison.Ordinal))
    .SelectMany(file => file.Value!["mutants"]!.AsArray(), (file, mutant) => new Mutant(file.Key, file.Value!["source"]!.GetValue<string>(), mutant!))
    .Where(mutant => mutant.CanBeTested)
    .OrderBy(mutant => mutant.Id)
    .ToArray();
var all = mutants.Length;
new Random(seed).Shuffle(mutants);
mutants = [.. mutants.Take(count)];
var known = (File.Exists(output) ? File.ReadAllLines(output) : []).ToDictionary(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture));
var active = Path.GetTempFileName();

// A mutant that goes on for ever is killed by the clock, which goes as slowly as the machine does.
var limit = TimeSpan.FromMinutes(10);
var clock = Stopwatch.StartNew();
if (await RunAsync(-1) is { } broken)
{
    Console.WriteLine($"Without an active mutant, this fails already: {broken}");
    return 1;
}

limit = TimeSpan.FromSeconds(Math.Max(30, 5 * clock.Elapsed.TotalSeconds));
foreach (var mutant in mutants.Where(mutant => !known.ContainsKey(mutant.Id)))
{
    var failed = await RunAsync(mutant.Id);
    known[mutant.Id] = $"{mutant.Id} {(failed is null ? "survived" : "killed")} {mutant.Text}{(failed is null ? "" : $" by {failed}")}";
    File.AppendAllText(output, known[mutant.Id] + "\n");
}

var killed = mutants.Count(mutant => known[mutant.Id].Split(' ')[1] == "killed");
foreach (var survivor in mutants.Select(mutant => known[mutant.Id]).Where(line => line.Split(' ')[1] == "survived").Order(StringComparer.Ordinal))
{
    Console.WriteLine(survivor);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} of {mutants.Length} killed: {100.0 * killed / mutants.Length:F1} %, chosen of {all}"));
return 0;

// The first test that failed, or null.
async Task<string?> RunAsync(int id)
{
    var bytes = new byte[4];
    BinaryPrimitives.WriteInt32LittleEndian(bytes, id);
    await File.WriteAllBytesAsync(active, bytes);
    var start = new ProcessStartInfo("dotnet", [tests, "-noLogo", "-noColor", "-stopOnFail", .. options]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(tests) };
    start.Environment["STRYKER_MUTANT_FILE"] = active;
    using var process = Process.Start(start)!;
    using var end = new CancellationTokenSource(limit);
    try
    {
        var text = await process.StandardOutput.ReadToEndAsync(end.Token);
        await process.WaitForExitAsync(end.Token);
        return process.ExitCode == 0 ? null : text.Split('\n').FirstOrDefault(line => line.TrimEnd().EndsWith("[FAIL]", StringComparison.Ordinal))?.Trim() ?? "the end of the process";
    }
    catch (OperationCanceledException)
    {
        process.Kill(entireProcessTree: true);
        return "the time limit";
    }
}

internal sealed class Mutant(string path, string source, JsonNode mutant)
{
    public int Id => int.Parse(mutant["id"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    public bool CanBeTested => mutant["statusReason"]?.GetValue<string>() == "Removed by mutate filter";

    public string Text => $"{Path.GetFileName(path)}:{Line("start")} {Original} => {mutant["replacement"]}".ReplaceLineEndings(" ");

    private string Original
    {
        get
        {
            var line = source.Split('\n')[Line("start") - 1].TrimEnd();
            return line[(Column("start") - 1)..(Line("start") == Line("end") ? Column("end") - 1 : line.Length)];
        }
    }

    private int Line(string end) => mutant["location"]![end]!["line"]!.GetValue<int>();

    private int Column(string end) => mutant["location"]![end]!["column"]!.GetValue<int>();
}
