// Tests a random sample of the mutants, with a fixed seed, if a test of all mutants would take more than a day:
//
//   dotnet run tests/Mutation/Sample.cs -- LISTING TESTS MUTATED COUNT SEED OUTPUT MOST KEPT [-in FOLDER] [EXCLUDED CLASSES]
//
// LISTING is a report of Stryker in which no mutant was tested. TESTS is the path of the test assembly. MUTATED is the name of the
// assembly with all mutants, which Stryker leaves in the same folder. TestHost.cs tests the mutants. If a mutant ends the process or
// does not end, a new process tests the next mutant. For each mutant, at most MOST tests run. The assemblies are loaded again after
// KEPT mutants. The script appends one line for each mutant to OUTPUT. Mutants that OUTPUT already contains are not tested again.
// With -in, the sample contains only mutants of the folder.
//
// If COUNT is "survivors", SEED is the output of an earlier run, and the mutants that survived that run are tested. They are found
// by their text, because their ids may have changed. Mutants that few tests reach are tested first.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

// TestHost.cs runs in another working directory, so the paths are absolute.
var (listing, tests, mutated, output) = (args[0], Path.GetFullPath(args[1]), args[2], Path.GetFullPath(args[5]));
var (folder, leftOut) = args[8..] is ["-in", var name, .. var rest] ? ($"/{name}/", rest) : ("/", args[8..]);
var mutants = JsonNode.Parse(File.ReadAllText(listing))!["files"]!.AsObject()
    .Where(file => file.Key.Replace('\\', '/').Contains(folder, StringComparison.Ordinal))
    .SelectMany(file => file.Value!["mutants"]!.AsArray(), (file, mutant) => new Mutant(file.Key, file.Value!["source"]!.GetValue<string>(), mutant!))
    .Where(mutant => mutant.CanBeTested)
    .OrderBy(mutant => mutant.Id)
    .ToArray();
var all = mutants.Length;
if (args[3] == "survivors")
{
    // Each line has the form "id survived text 12 tests".
    var survivors = File.ReadAllLines(args[4]).Select(line => line.Split(' ')).Where(words => words[1] == "survived")
        .DistinctBy(words => string.Join(' ', words[2..^2])).ToDictionary(words => string.Join(' ', words[2..^2]), words => int.Parse(words[^2]));
    mutants = [.. mutants.Where(mutant => survivors.ContainsKey(mutant.Text)).OrderBy(mutant => survivors[mutant.Text])];
}
else
{
    new Random(int.Parse(args[4])).Shuffle(mutants);
    mutants = [.. mutants.Take(int.Parse(args[3]))];
}

var known = (File.Exists(output) ? File.ReadAllLines(output) : []).ToDictionary(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture));
var active = Path.GetTempFileName();

Process? host = null;
foreach (var mutant in mutants.Where(mutant => !known.ContainsKey(mutant.Id)))
{
    if (host is null)
    {
        // Without this, the mutant that ended the last process would still be active.
        File.WriteAllBytes(active, BitConverter.GetBytes(-1));
        host = Start();
        if (await host.StandardOutput.ReadLineAsync() is var first && first?.StartsWith("ready", StringComparison.Ordinal) != true)
        {
            Console.WriteLine($"Without an active mutant, this fails already: {first}");
            return 1;
        }
    }

    await host.StandardInput.WriteLineAsync($"{mutant.Id}");
    var result = await host.StandardOutput.ReadLineAsync() ?? "killed by the end of the process";
    if (result is "killed by the end of the process" || result.StartsWith("killed by the time limit", StringComparison.Ordinal))
    {
        host.Kill(entireProcessTree: true);
        host = null;
    }

    var (verdict, by) = result.IndexOf(' ', StringComparison.Ordinal) is var space ? (result[..space], result[space..]) : default;
    known[mutant.Id] = $"{mutant.Id} {verdict} {mutant.Text}{by}";
    File.AppendAllText(output, known[mutant.Id] + "\n");
}

host?.Kill(entireProcessTree: true);
var killed = mutants.Count(mutant => known[mutant.Id].Split(' ')[1] == "killed");
foreach (var survivor in mutants.Select(mutant => known[mutant.Id]).Where(line => line.Split(' ')[1] == "survived").Order(StringComparer.Ordinal))
{
    Console.WriteLine(survivor);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} of {mutants.Length} killed: {100.0 * killed / mutants.Length:F1} %, chosen of {all}"));
return 0;

Process Start()
{
    var source = Path.Combine(Path.GetDirectoryName(AppContext.GetData("EntryPointFilePath") as string)!, "TestHost.cs");
    var start = new ProcessStartInfo("dotnet", ["run", source, "--", tests, mutated, output + ".coverage", .. args[6..8], .. leftOut])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    };
    start.Environment["STRYKER_MUTANT_FILE"] = active;
    start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
    start.Environment["DOTNET_TieredPGO"] = "0";
    start.Environment["DOTNET_GCHeapHardLimit"] = "0x100000000";
    return Process.Start(start)!;
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
