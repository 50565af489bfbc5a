using Apm.Fuzz.Cost;

namespace Apm.Fuzz;

internal static class FuzzProgram
{
    public static int Main(string[] args)
    {
        foreach (var crafted in CraftedSpecs.All.Where(crafted => args.Length == 0 || crafted.Name.Contains(args[0], StringComparison.Ordinal)))
        {
            foreach (var cost in ReadingCost.Of(crafted))
            {
                Console.WriteLine(cost);
            }
        }

        return 0;
    }
}
