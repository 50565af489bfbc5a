using System.Globalization;

namespace Apm.Benchmarks.UsageCost;

/// <summary>The share of a compiler's time that the usage analyzers take.</summary>
internal static class Report
{
    private const double FreshBudget = 0.04;
    private const double WarmBudget = 0.02;
    private const double ManyBudget = 80;
    private const double FewBudget = 10;
    private const double BrokenFactor = 2;

    /// <param name="arguments">How many runs of each kind, five by default; <c>warm</c> before it leaves out the new compiler processes.</param>
    /// <returns>0 if all budgets are met.</returns>
    public static int Write(string[] arguments)
    {
        var isWarmOnly = arguments is ["warm", ..];
        var runs = arguments is [.., var last] && last != "warm" ? int.Parse(last, CultureInfo.InvariantCulture) : 5;
        var project = new ShopProject();
        project.Prepare();
        Console.WriteLine(Text($"{project.LinesWritten} lines, {ShopCode.Many} uses, {runs} runs"));
        var isMet = Warm(project, runs);
        if (!isWarmOnly)
        {
            isMet &= Fresh(project, "with the SDK's analyzers", withSdkAnalyzers: true, runs);
            isMet &= Fresh(project, "with ours alone", withSdkAnalyzers: false, runs);
        }

        return isMet ? 0 : 1;
    }

    /// <summary>In this process, after the first run: without just-in-time compilation.</summary>
    private static bool Warm(ShopProject project, int runs)
    {
        var analysis = new WarmAnalysis(project.GeneratedFiles(), ShopProject.Analyzers);
        var shared = ("Shared.cs", Ordinary.Shared);
        var many = Print(analysis.Measure($"{ShopCode.Many} uses", ShopCode.Write(ShopCode.Many).Append(shared), isBroken: false, runs));
        var few = Print(analysis.Measure($"{ShopCode.Few} uses", ShopCode.Write(ShopCode.Few).Append(shared), isBroken: false, runs));
        var broken = Print(analysis.Measure($"{ShopCode.Few} uses, references missing", ShopCode.Write(ShopCode.Few), isBroken: true, runs));
        return many.Share <= WarmBudget && many.Analyzer <= ManyBudget && few.Analyzer <= FewBudget && broken.Analyzer <= BrokenFactor * few.Analyzer;
    }

    private static WarmCost Print(WarmCost cost)
    {
        Console.WriteLine(Text($"warm, {cost.Title}: analyzer {cost.Analyzer:F0} ms, compiler {cost.Compiler:F0} ms: {cost.Share:P2}"));
        return cost;
    }

    private static bool Fresh(ShopProject project, string title, bool withSdkAnalyzers, int runs)
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
                + Text($", median share {share:P2}"));
        return share <= FreshBudget;
    }

    private static string Line(Cost cost) =>
        Text($"analyzers {cost.Analyzers:F3} of {cost.AllAnalyzers:F3}, generator {cost.Generators:F3}, compiler {cost.Compiler:F1}: {cost.Share:P2}");

    private static double Median(List<Cost> costs, Func<Cost, double> part) => costs.Select(part).Order().ElementAt(costs.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
