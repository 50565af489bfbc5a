using Apm.Fuzz.Cost;

namespace Apm.Fuzz.Commands;

/// <summary>Texts that were written to be costly, and short ones that are repeated up to the largest size of a spec.</summary>
internal static class CostCommand
{
    private const int Repeated = 2_000;
    private const string Breach = "cost breach";

    public static Campaign Run(Campaign campaign, TextWriter output)
    {
        var crafted = CraftedSpecs.All;
        return campaign.Run(crafted.Count + Repeated, number =>
        {
            foreach (var cost in ReadingCost.Of(number < crafted.Count ? crafted[number] : RepeatedText.Make(campaign.Random(number))))
            {
                campaign.Count("texts");
                if (number < crafted.Count)
                {
                    output.WriteLine(cost);
                }

                if (cost.Allocated > ReadingCost.MostAllocated || cost.Elapsed > ReadingCost.Longest)
                {
                    campaign.Add(new Finding(Breach, cost.ToString(), cost.Name));
                }
            }
        });
    }
}
