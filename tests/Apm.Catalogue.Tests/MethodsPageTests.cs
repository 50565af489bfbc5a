using System.Text.RegularExpressions;
using Apm.MethodsPage;
using Apm.Sandbox;

namespace Apm.Catalogue.Tests;

public partial class MethodsPageTests
{
    // Gateways publish different numbers of examples. A new gateway gets its share here.
    private static readonly Dictionary<string, double> s_leastShares = new() { ["mollie"] = 0.20, ["stripe"] = 0.40, ["worldpay"] = 0.70 };

    private static readonly string s_specs = Path.Combine(RepositoryFolder.Path, "specs");
    private static readonly Lazy<MutationScores> s_scores = new(() => MutationScores.In(s_specs));
    private static readonly string s_page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "methods.md")).ReplaceLineEndings("\n");

    public static TheoryData<string, int, int> Figures => [.. FiguresOf(s_page)];

    [Fact]
    public void The_page_is_what_the_tool_writes_from_the_specs()
    {
        var written = Page.Render(new Gateway(), Confirmations.In(s_specs), s_scores.Value);

        Assert.True(
            s_page == written.ReplaceLineEndings("\n"),
            "docs/methods.md differs from the specs. Run: dotnet run --project tests/Apm.MethodsPage");
    }

    [Fact]
    public void Published_examples_confirm_the_least_share_of_the_facts_of_each_gateway()
    {
        Assert.Equal(s_leastShares.Keys.Order(StringComparer.Ordinal), s_scores.Value.Gateways.Order(StringComparer.Ordinal));
        Assert.All(s_leastShares, least => Assert.True(
            s_scores.Value.ShareOf(least.Key) >= least.Value,
            $"Published examples confirm {s_scores.Value.ShareOf(least.Key):P0} of the facts of {least.Key}."));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_score_of_a_spec_is_not_below_the_page(string spec, int published, int all)
    {
        var now = s_scores.Value.FiguresOf(spec);

        Assert.True(
            (long)now.Published * all >= (long)published * now.All,
            $"Published examples confirm {now.Published} of {now.All} facts of {spec}, and docs/methods.md states {published} of {all}.");
    }

    [Fact]
    public void The_page_states_the_score_of_each_spec() =>
        Assert.Equal(s_scores.Value.Ids.Order(StringComparer.Ordinal), FiguresOf(s_page).Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    private static IEnumerable<TheoryDataRow<string, int, int>> FiguresOf(string page)
    {
        var (api, spec) = ("", "");
        foreach (var line in page.Split('\n'))
        {
            var heading = Heading().Match(line);
            if (heading.Success)
            {
                (api, spec) = heading.Groups["api"] is { Success: true, Value: var id } ? (id, id) : (api, $"{api}/{heading.Groups["method"].Value}");
            }
            else if (Score().Match(line) is { Success: true } score)
            {
                yield return new(spec, int.Parse(score.Groups["published"].Value, null), int.Parse(score.Groups["all"].Value, null));
            }
        }
    }

    [GeneratedRegex("^(## (?<api>.+/.+)|### .*`(?<method>.+)`)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex("(^- mutation score|Mutation score of the API file): (?<published>[0-9]+) of (?<all>[0-9]+) ", RegexOptions.ExplicitCapture)]
    private static partial Regex Score();
}
