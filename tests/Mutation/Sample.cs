// Chooses mutants by chance, from a fixed seed, where all of them would take more than a working day:
//
//   dotnet run tests/Mutation/Sample.cs -- LISTING CONFIGURATION COUNT SEED OUTPUT
//
// LISTING is a report of Stryker in which no mutant was tested. OUTPUT becomes CONFIGURATION with the places of the chosen mutants
// as its `mutate`.
using System.Text.Json;
using System.Text.Json.Nodes;

var (listing, configuration, count, seed, output) = (args[0], args[1], int.Parse(args[2]), int.Parse(args[3]), args[4]);
var files = JsonNode.Parse(File.ReadAllText(listing))!["files"]!.AsObject();
List<Place> places = [];
foreach (var (path, file) in files)
{
    var starts = LineStarts(file!["source"]!.GetValue<string>());
    places.AddRange(file["mutants"]!.AsArray()
        .Where(mutant => mutant!["statusReason"]?.GetValue<string>() == "Removed by mutate filter")
        .GroupBy(mutant => (Start: Offset(starts, mutant!["location"]!["start"]!), End: Offset(starts, mutant["location"]!["end"]!)))
        .Select(group => new Place(string.Join('/', path.Split('/')[^2..]), path, group.Key.Start, group.Key.End, group.Count())));
}

places = [.. places.OrderBy(place => place.Path, StringComparer.Ordinal).ThenBy(place => place.Start).ThenBy(place => place.End)];
var shuffled = places.ToArray();
new Random(seed).Shuffle(shuffled);
HashSet<Place> chosen = [];
var mutants = 0;
foreach (var place in shuffled.TakeWhile(_ => mutants < count))
{
    chosen.Add(place);
    mutants += place.Mutants;
}

// A place that is chosen has others within it. They are left out, unless what they hold is chosen.
var within = places.Where(place => !chosen.Contains(place)
    && chosen.Any(other => other.Contains(place)) && !chosen.Any(place.Contains));
var mutate = chosen.Select(place => place.Pattern).Concat(within.Select(place => "!" + place.Pattern)).Order(StringComparer.Ordinal);
var root = JsonNode.Parse(File.ReadAllText(configuration))!;
root["stryker-config"]!["mutate"] = new JsonArray([.. mutate.Select(pattern => (JsonNode)pattern)]);
File.WriteAllText(output, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
Console.WriteLine($"{mutants} of {places.Sum(place => place.Mutants)} mutants at {chosen.Count} places");

static List<int> LineStarts(string source)
{
    List<int> starts = [0];
    for (var index = 0; index < source.Length; index++)
    {
        if (source[index] == '\n')
        {
            starts.Add(index + 1);
        }
    }

    return starts;
}

static int Offset(List<int> starts, JsonNode position) => starts[position["line"]!.GetValue<int>() - 1] + position["column"]!.GetValue<int>() - 1;

internal sealed record Place(string File, string Path, int Start, int End, int Mutants)
{
    public string Pattern => $"**/{File}{{{Start}..{End}}}";

    public bool Contains(Place other) => Path == other.Path && Start <= other.Start && other.End <= End && this != other;
}
