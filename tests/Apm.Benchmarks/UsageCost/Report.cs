using System.Globalization;

namespace Apm.Benchmarks.UsageCost;

/// <summary>What the usage analyzers take of a compiler's time.</summary>
internal static class Report
{
    private const double Budget = 0.01;

    /// <param name="arguments">How many runs of each kind; five unless said.</param>
    /// <returns>0 where the budget is kept.</returns>
    public static int Write(string[] arguments)
    {
        var runs = arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;
        var project = new ShopProject();
        project.Prepare();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{project.LinesWritten} lines, {ShopCode.Uses} uses, seconds of {runs} runs"));
        var withSdk = Measure(project, "with the SDK's analyzers", withSdkAnalyzers: true, runs);
        var alone = Measure(project, "with ours alone", withSdkAnalyzers: false, runs);
        return withSdk <= Budget && alone <= Budget ? 0 : 1;
    }

    private static double Measure(ShopProject project, string title, bool withSdkAnalyzers, int runs)
    {
        Console.WriteLine(title);
        var costs = new List<Cost>();
        for (var run = 0; run < runs; run++)
        {
            var cost = project.Compile(withSdkAnalyzers);
            costs.Add(cost);
            Console.WriteLine(Line(cost));
        }

        var share = Median(costs, cost => cost.Share);
        Console.WriteLine(
            "median: "
                + Line(
                    new Cost(
                        Median(costs, cost => cost.Analyzers),
                        Median(costs, cost => cost.AllAnalyzers),
                        Median(costs, cost => cost.Generators),
                        Median(costs, cost => cost.Compiler)))
                + string.Create(CultureInfo.InvariantCulture, $", median share {share:P2}"));
        return share;
    }

    private static string Line(Cost cost) => string.Create(CultureInfo.InvariantCulture,
        $"analyzers {cost.Analyzers:F3} of {cost.AllAnalyzers:F3}, generator {cost.Generators:F3}, compiler {cost.Compiler:F1}: {cost.Share:P2}");

    private static double Median(List<Cost> costs, Func<Cost, double> part) => costs.Select(part).Order().ElementAt(costs.Count / 2);
}
