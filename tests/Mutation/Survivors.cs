// Prints the mutation score of a report of Stryker, and the mutants that no test killed:
//
//   dotnet run tests/Mutation/Survivors.cs -- REPORT
using System.Globalization;
using System.Text.Json.Nodes;

Dictionary<string, int> counts = [];
foreach (var (path, file) in JsonNode.Parse(File.ReadAllText(args[0]))!["files"]!.AsObject())
{
    var lines = file!["source"]!.GetValue<string>().Split('\n');
    foreach (var mutant in file["mutants"]!.AsArray())
    {
        var status = mutant!["status"]!.GetValue<string>();
        counts[status] = counts.GetValueOrDefault(status) + 1;
        if (status is "Survived" or "NoCoverage")
        {
            var (start, end) = (mutant["location"]!["start"]!, mutant["location"]!["end"]!);
            var line = lines[Number(start, "line") - 1].TrimEnd();
            var (from, to) = (Number(start, "column") - 1, Number(start, "line") == Number(end, "line") ? Number(end, "column") - 1 : line.Length);
            var original = line[from..to];
            Console.WriteLine($"{Path.GetFileName(path)}:{start["line"]} {status}: {original} => {mutant["replacement"]?.ToString().ReplaceLineEndings(" ")}");
        }
    }
}

var killed = counts.GetValueOrDefault("Killed") + counts.GetValueOrDefault("Timeout");
var all = killed + counts.GetValueOrDefault("Survived") + counts.GetValueOrDefault("NoCoverage");
Console.WriteLine(string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}")));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} of {all} killed: {100.0 * killed / all:F1} %"));

static int Number(JsonNode position, string name) => position[name]!.GetValue<int>();
