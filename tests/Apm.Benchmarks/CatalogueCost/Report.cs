using System.Globalization;

namespace Apm.Benchmarks.CatalogueCost;

/// <summary>What all shipped methods of one version together add to a project: lines, IL, and seconds of the compiler.</summary>
internal static class Report
{
    private const double Budget = 1.5;

    private const int WarmUp = 10;

    /// <param name="arguments">How many runs of each project; five unless said.</param>
    /// <returns>0 where the budget is kept.</returns>
    public static int Write(string[] arguments)
    {
        var runs = arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;
        var specs = CatalogueProject.Shipped("worldpay/2024-07-01").ToList();
        var (empty, all) = (new CatalogueProject("Empty", []), new CatalogueProject("All", specs));
        empty.Prepare();
        all.Prepare();
        Print($"{specs.Count} methods: {all.FilesGenerated} files, {all.LinesGenerated} lines, {all.BytesOfIL} bytes of IL (without them {empty.BytesOfIL})");

        Console.WriteLine("A compiler that has just started, as in CI:");
        Measure(empty, all, server: false, runs);
        Console.WriteLine($"The compiler server after {WarmUp} builds, as at work:");
        for (var build = 0; build < WarmUp; build++)
        {
            all.Compile(server: true);
        }

        var more = Measure(empty, all, server: true, runs);
        Print($"budget {Budget:F1} s");
        return more <= Budget ? 0 : 1;
    }

    // One after the other, so that what else the machine does is the same for both.
    private static double Measure(CatalogueProject empty, CatalogueProject all, bool server, int runs)
    {
        var costs = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var (before, after) = (empty.Compile(server), all.Compile(server));
            costs.Add(after - before);
            Print($"empty {before:F2} s, all {after:F2} s, more {after - before:F2} s");
        }

        var median = costs.Order().ElementAt(runs / 2);
        Print($"median: {median:F2} s more");
        return median;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
