namespace Apm.Tool.Tests;

/// <summary>The specs that come with the tool.</summary>
public sealed class PackedTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("worldpay/2024-07-01/alipay_hk", @"^1 spec, \d+ exchanges, 0 errors, 0 warnings,")]
    [InlineData("worldpay/2024-07-01", @"^[1-9]\d specs, [1-9]\d+ exchanges, 0 errors, 0 warnings,")]
    [InlineData("worldpay", @"^[1-9]\d specs, [1-9]\d+ exchanges, 0 errors, 0 warnings,")]
    [InlineData("mollie", @"^[1-9]\d specs, [1-9]\d+ exchanges, 0 errors, 0 warnings,")]
    [InlineData("stripe", @"^[1-9]\d specs, [1-9]\d+ exchanges, 0 errors, 0 warnings,")]
    public async Task An_id_names_a_method_a_version_or_a_gateway(string id, string end)
    {
        var run = await _place.RunAsync("check", id);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Matches(end, run.Lines[^1]);
    }

    [Fact]
    public async Task An_own_method_narrows_a_packed_one_and_is_checked_alone()
    {
        _place.Write("mine.apm.yaml", "extends: worldpay/2024-07-01/alipay_hk\nlimits: { HKD: { max: 60000 } }\n");

        var run = await _place.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("mine.apm.yaml(2,", StringComparison.Ordinal) && line.Contains("error APM0009", StringComparison.Ordinal));
        Assert.StartsWith("1 spec, 0 exchanges", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_id_is_suggested()
    {
        var run = await _place.RunAsync("check", "worldpay/2024-07-10");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("did you mean 'worldpay/2024-07-01'?", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    public void Dispose() => _place.Dispose();
}
