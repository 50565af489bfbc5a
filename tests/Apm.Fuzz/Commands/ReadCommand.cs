using Apm.Fuzz.Specs;
using Apm.Specs;

namespace Apm.Fuzz.Commands;

/// <summary>Mutated texts of all specs of this repository, and texts of anything, through reader and binder.</summary>
internal static class ReadCommand
{
    public const int Count = 1_000_000;

    public static Campaign Run(Campaign campaign)
    {
        var specs = RepositoryFolder.Specs;
        var parsed = specs.Select(spec => SpecParser.Parse(spec.File, spec.Text)).ToList();
        return campaign.Run(Count, number =>
        {
            var at = number % (specs.Count + 1);
            var (file, text) =
                at < specs.Count
                    ? (specs[at].File, campaign.Value(RandomText.Mutated(specs[at].Text), number))
                    : (number % 2 == 0 ? "any.api.yaml" : "any.apm.yaml", campaign.Value(RandomText.Anything, number));
            if (SpecCheck.Run(file, text, parsed, out var isAccepted) is { } problem)
            {
                campaign.Add(
                    new Finding(problem.Kind, problem.Message, Reduction.Reduce(text, fewer => SpecCheck.Run(file, fewer, parsed, out _)?.Kind == problem.Kind))
                );
            }

            campaign.Count(isAccepted ? "accepted" : "refused");
        });
    }
}
