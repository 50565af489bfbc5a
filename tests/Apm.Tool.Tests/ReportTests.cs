using System.Text.Json;

namespace Apm.Tool.Tests;

/// <summary>The forms for programs.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly Workplace _place = new();

    public ReportTests()
    {
        _place.WriteDepot("my specs");
        _place.Replace("my specs/crate.apm.yaml", "capabilities:", "capabilites:");
    }

    [Fact]
    public async Task JSON_has_every_finding_with_its_place()
    {
        var run = await _place.RunAsync("check", "--json");

        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(3, json.RootElement.GetProperty("specs").GetInt32());
        Assert.Equal(
            findings.Count,
            new[] { "errors", "warnings", "infos" }.Sum(severity => json.RootElement.GetProperty(severity).GetInt32()));
        var unknown = findings.Single(finding => finding.GetProperty("rule").GetString() == "APM0002");
        Assert.Equal("error", unknown.GetProperty("severity").GetString());
        Assert.Equal("my specs/crate.apm.yaml", unknown.GetProperty("file").GetString());
        Assert.Equal((8, 1, 8, 12), (Number("line"), Number("column"), Number("endLine"), Number("endColumn")));

        int Number(string name) => unknown.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task SARIF_has_every_finding_with_its_rule_and_its_place()
    {
        var run = await _place.RunAsync("check", "--sarif", "found.sarif");

        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(_place.Path("found.sarif"), TestContext.Current.CancellationToken));
        var root = log.RootElement;
        var only = Assert.Single(root.GetProperty("runs").EnumerateArray());
        var driver = only.GetProperty("tool").GetProperty("driver");
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        var results = only.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(("2.1.0", "apm"), (root.GetProperty("version").GetString(), driver.GetProperty("name").GetString()));
        Assert.Equal(run.Lines.Length - 1, results.Count);
        Assert.All(results, result => Assert.Contains(result.GetProperty("ruleId").GetString(), rules));
        Assert.Equal(["error", "note"], results.Select(result => result.GetProperty("level").GetString()).Distinct().Order());
        var place = results.First(result => result.GetProperty("ruleId").GetString() == "APM0002")
            .GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("my%20specs/crate.apm.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(8, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    public void Dispose() => _place.Dispose();
}
