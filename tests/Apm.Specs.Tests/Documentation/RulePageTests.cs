namespace Apm.Specs.Tests;

/// <summary>The examples in docs/rules, which replace keys of the whole examples in docs/spec-language.md.</summary>
public class RulePageTests
{
    /// <summary>Names that become one are found when code is made, so Apm.Generators.Tests reads that page.</summary>
    public static TheoryData<string> Rules => [.. SpecDescriptors.All.Except([SpecDescriptors.NameClash]).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_shows_its_rule_and_no_other_and_then_a_right_spec(string rule)
    {
        var examples = SpecExamples.In(RepositoryFiles.Read($"docs/rules/{rule}.md"));

        Assert.All(examples, example => example.Check());
        Assert.All(examples.SelectMany(example => example.Expected), expected => Assert.Equal(rule, expected.Rule));
        Assert.NotEmpty(examples[0].Expected);
        Assert.Empty(examples[^1].Expected);
    }

    [Fact]
    public void A_rule_leads_to_its_page() =>
        Assert.All(SpecDescriptors.All, rule =>
            Assert.StartsWith($"# {rule.Id}: {rule.Title}", RepositoryFiles.Read($"docs/rules/{rule.Id}.md"), StringComparison.Ordinal));
}
