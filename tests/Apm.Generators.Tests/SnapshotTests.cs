using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Generators.Tests;

public class SnapshotTests
{
    [Fact]
    public void The_shipped_specs_make_the_code_in_the_snapshots() => MakesTheCodeInTheSnapshots(GeneratorHost.WithAlipayHk());

    [Fact]
    public void The_invented_spec_makes_the_code_in_the_snapshots() => MakesTheCodeInTheSnapshots(GeneratorHost.WithBazaar());

    [Fact]
    public void Amounts_beside_their_currencies_make_the_code_in_the_snapshots() => MakesTheCodeInTheSnapshots(GeneratorHost.WithJetty());

    [Fact]
    public void The_spec_with_refunds_and_captures_makes_the_code_in_the_snapshots() => MakesTheCodeInTheSnapshots(GeneratorHost.WithDepot());

    private static void MakesTheCodeInTheSnapshots(GeneratorHost host)
    {
        var run = host.Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        foreach (var (hintName, text) in run.Files)
        {
            Snapshots.Match(text, hintName);
        }

        AssertCached(host.Run());
    }

    [Fact]
    public void A_snapshot_stands_for_every_file()
    {
        var folder = Path.Combine(GeneratorHost.SpecsFolder, "..", "tests", "Apm.Generators.Tests", "__snapshots__");

        Assert.Equal(
            GeneratorHost
                .WithAlipayHk()
                .Run()
                .Files.Keys.Union(GeneratorHost.WithBazaar().Run().Files.Keys)
                .Union(GeneratorHost.WithJetty().Run().Files.Keys)
                .Union(GeneratorHost.WithDepot().Run().Files.Keys)
                .Select(name => name + ".snap")
                .Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    private static void AssertCached(GeneratorRun again) =>
        Assert.All(again.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
}
