using System.Diagnostics;
using System.Runtime;
using BenchmarkDotNet.Running;

if (args is ["usage-cost", .. var rest])
{
    return GCSettings.IsServerGC ? Apm.Benchmarks.UsageCost.Report.Write(rest) : WithServerCollector(args);
}

if (args is ["catalogue-cost", .. var runs])
{
    return Apm.Benchmarks.CatalogueCost.Report.Write(runs);
}

// In this process: BenchmarkDotNet's own builds put every output into one folder, where a project that brings its
// generator along as a project cannot be built.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(["--inProcess", .. args]);
return 0;

// The compiler collects garbage in this way. In the other way, most of the time of an analyzer is waiting for the collector.
static int WithServerCollector(string[] args)
{
    var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]);
    start.Environment["DOTNET_gcServer"] = "1";
    using var process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}

/// <summary>
/// The rows of the performance budget that the emitted code decides, each against what a merchant would use instead.
/// <c>dotnet run -c Release --project tests/Apm.Benchmarks -- --filter '*'</c> runs them all, a filter such as
/// <c>'*SerializeRequest*'</c> one of them; <c>--job short</c> is enough to see a direction; <c>usage-cost</c> instead
/// says what the usage analyzers take of a compiler's time, <c>catalogue-cost</c> what all methods add to a project. Only ratios within one run mean anything.
/// docs/benchmarks.md says what each row is and what was measured.
/// </summary>
internal sealed partial class Program;
