using Apm.SpecMutation;

// Changes each fact of a spec and counts which changes an exchange notices:
// dotnet run --project tests/Apm.SpecMutation [folder] [part of an id]
var folder = args.Length > 0 ? args[0] : "specs";
var part = args.Length > 1 ? args[1] : "";
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"The folder '{folder}' does not exist.");
    return 1;
}

try
{
    var mutator = new SpecMutator(folder);
    var (changes, published, own) = (0, 0, 0);
    foreach (var id in mutator.Ids.Where(id => id.Contains(part, StringComparison.Ordinal)))
    {
        var score = mutator.Score(id);
        changes += score.Changes.Count;
        published += score.Published;
        own += score.OwnReading;
        Console.WriteLine($"{id}: {score.Published} of {score.Changes.Count} noticed by published exchanges, {score.OwnReading} more from our reading");
        foreach (var change in score.Changes.Where(change => part.Length > 0 && change.Result != ChangeResult.Published))
        {
            Console.WriteLine($"  {(change.Result == ChangeResult.OwnReading ? "own reading" : "unnoticed")} {change.Change}");
        }
    }

    var percent = changes == 0 ? 0 : 100.0 * published / changes;
    Console.WriteLine($"{published} of {changes} ({percent:0.0} %) noticed by published exchanges, {own} more from our reading");
    return 0;
}
catch (SpecMutationException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
