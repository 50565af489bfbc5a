using Apm.Fuzz.Specs;
using Apm.Specs;

namespace Apm.Fuzz.Commands;

/// <summary>Specs that are made by chance through reader and binder.</summary>
internal static class RandomCommand
{
    public const int Count = 10_000;

    public static Campaign Run(Campaign campaign) => campaign.Run(Count, number =>
        {
            var files = RandomSpec.Make(campaign.Random(number), "gw");
            var parsed = files.Select(file => SpecParser.Parse(file.File, file.Text)).ToList();
            foreach (var (file, text) in files)
            {
                if (SpecCheck.Run(file, text, parsed, out var isAccepted) is { } problem)
                {
                    campaign.Add(
                        new Finding(
                            problem.Kind,
                            problem.Message,
                            Reduction.Reduce(text, fewer => SpecCheck.Run(file, fewer, parsed, out _)?.Kind == problem.Kind)));
                }

            campaign.Count(isAccepted ? "accepted" : "refused");
        }
    });
}
