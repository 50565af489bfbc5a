using Apm.MethodsPage;
using Apm.Sandbox;

namespace Apm.Catalogue.Tests;

public class MethodsPageTests
{
    private const double LeastShare = 0.70;

    private static readonly string s_specs = Path.Combine(RepositoryFolder.Path, "specs");
    private static readonly Lazy<MutationScores> s_scores = new(() => MutationScores.In(s_specs));

    [Fact]
    public async Task The_page_is_what_the_tool_writes_from_the_specs()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs", "methods.md"), TestContext.Current.CancellationToken);

        var written = Page.Render(new Gateway(), Confirmations.In(s_specs), s_scores.Value);

        Assert.True(
            page.ReplaceLineEndings("\n") == written.ReplaceLineEndings("\n"),
            "docs/methods.md differs from the specs. Run: dotnet run --project tests/Apm.MethodsPage");
    }

    [Fact]
    public void Published_examples_confirm_at_least_70_percent_of_the_facts() =>
        Assert.True(s_scores.Value.Share >= LeastShare, $"Published examples confirm {s_scores.Value.Total}.");
}
