
namespace Apm.Specs.Tests;

/// <summary>A newcomer's path ends where it says: every step of docs/authoring.md is read by the reader and checked by the editor's schema.</summary>
public class AuthoringPageTests
{
    private static readonly ParsedSpec s_api =
        SpecParser.Parse("worldpay.api.yaml", RepositoryFiles.Read("specs/worldpay/2024-07-01/worldpay.api.yaml"));

    private static readonly IReadOnlyList<Example> s_steps = SpecExamples.In(RepositoryFiles.Read("docs/authoring.md"));

    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, s_steps.Count)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Every_step_gives_exactly_the_errors_that_it_states(int index) =>
        s_steps[index]
            .Check(
                RealSpecs.BindMethod(s_steps[index].Yaml, s_api).Diagnostics.Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error).ToList(),
                firstLine: 0);

    [Theory]
    [MemberData(nameof(Indexes))]
    public void The_editor_leaves_to_the_build_what_the_page_says(int index)
    {
        var spec = SpecParser.Parse("harbour_pay.apm.yaml", s_steps[index].Yaml);

        Assert.Empty(SpecSchema.Errors(spec.Kind, spec.Root!));
        Assert.All(RealSpecs.BindMethod(s_steps[index].Yaml, s_api).Diagnostics.Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error), error =>
            Assert.True(ReadersOwn.IsOwn(error), error.Message));
    }

    [Fact]
    public void Every_rule_that_needs_more_than_one_line_is_listed() =>
        Assert.Equal(
            SpecDescriptors.All.Select(rule => rule.Id).Except(["APM0001", "APM0002", "APM0014"]),
            ReadersOwn.Listed.Select(own => own.Rule).Distinct());
}
