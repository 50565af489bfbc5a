using System.Globalization;
using Apm.SpecMutation;

namespace Apm.MethodsPage;

/// <summary>The mutation scores of the shipped specs, as texts.</summary>
internal sealed class MutationScores
{
    private readonly Dictionary<string, SpecScore> _scores;

    private MutationScores(SpecMutator mutator) => _scores = mutator.Ids.Select(mutator.Score).ToDictionary(score => score.Id);

    /// <summary>All scores together.</summary>
    public string Total => Text([.. _scores.Values]);

    /// <summary>The gateways, by the first part of the ids.</summary>
    public IEnumerable<string> Gateways => Ids.Select(id => id.Split('/')[0]).Distinct();

    /// <summary>The share of a gateway's facts that a published example confirms.</summary>
    public double ShareOf(string gateway)
    {
        var scores = _scores.Where(score => score.Key.StartsWith(gateway + "/", StringComparison.Ordinal)).Select(score => score.Value).ToList();
        return PublishedOf(scores) / (double)scores.Sum(score => score.Changes.Count);
    }

    /// <summary>The ids of all API files and method files.</summary>
    public IEnumerable<string> Ids => _scores.Keys;

    /// <summary>Changes every fact of the specs below a folder.</summary>
    public static MutationScores In(string folder) => new(new SpecMutator(folder));

    /// <summary>The score of an API file or a method file.</summary>
    public string Of(string id) => Text([_scores[id]]);

    /// <summary>How many facts of a file a published example confirms, and how many facts it has.</summary>
    public (int Published, int All) FiguresOf(string id) => (_scores[id].Published, _scores[id].Changes.Count);

    private static string Text(IReadOnlyCollection<SpecScore> scores)
    {
        var (all, published, own) = (scores.Sum(score => score.Changes.Count), PublishedOf(scores), scores.Sum(score => score.OwnReading));
        return string.Create(CultureInfo.InvariantCulture, $"{published} of {all} published ({100.0 * published / all:0} %), {own} from our reading");
    }

    private static int PublishedOf(IEnumerable<SpecScore> scores) => scores.Sum(score => score.Published);
}
