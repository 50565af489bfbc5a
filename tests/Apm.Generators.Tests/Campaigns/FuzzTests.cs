using Apm.Fuzz;
using Apm.Fuzz.Commands;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>The first cases of each campaign of tests/Apm.Fuzz. The others take longer than tests may.</summary>
public class FuzzTests
{
    [Fact]
    public void Mutated_texts_are_read() => AssertNothing(ReadCommand.Run(Campaign("read", 2_000)), "accepted", "refused");

    [Fact]
    public void Random_specs_are_read_and_most_are_accepted()
    {
        var campaign = AssertNothing(RandomCommand.Run(Campaign("random", 300)), "accepted", "refused");

        Assert.True(campaign.Counts["accepted"] > campaign.Counts["refused"]);
    }

    [Fact]
    public void Random_and_mutated_specs_that_are_accepted_compile() => AssertNothing(GenerateCommand.Run(Campaign("generate", 20)), "accepted", "refused");

    [Fact]
    public void Validators_and_the_sandbox_agree_on_random_bodies() => AssertNothing(BodiesCommand.Run(Campaign("bodies", 5_000), madeSpecs: 5));

    [Theory]
    [InlineData("read --count 5 --seed 7 --minutes 1.5", true)]
    [InlineData("read --count", false)]
    [InlineData("read --count many", false)]
    [InlineData("read --speed 5", false)]
    public void Options(string line, bool isRight) => Assert.Equal(isRight, FuzzOptions.Parse(line.Split(' ')) == new FuzzOptions("read", 5, 7, 1.5));

    [Fact]
    public void A_finding_is_made_small_and_ends_the_campaign_after_twenty()
    {
        using var output = new StringWriter();
        var campaign = new Campaign("trial", new FuzzOptions("trial"), output, TestContext.Current.CancellationToken);

        campaign.Run(1_000, number =>
            campaign.Add(new Finding("odd", "found", Reduction.Reduce($"a\nb{number}x\nc", text => text.Contains('x', StringComparison.Ordinal)))));

        Assert.Equal(20, campaign.Done);
        Assert.All(campaign.Findings, finding => Assert.Equal("x", finding.Input));
        Assert.Contains("stopped early", output.ToString(), StringComparison.Ordinal);
    }

    private static Campaign Campaign(string name, int count) => new(name, new FuzzOptions(name, count), TextWriter.Null, TestContext.Current.CancellationToken);

    private static Campaign AssertNothing(Campaign campaign, params string[] counts)
    {
        Assert.Empty(campaign.Findings);
        Assert.All(counts, count => Assert.True(campaign.Counts.GetValueOrDefault(count) > 0, $"nothing was {count}"));
        return campaign;
    }
}
