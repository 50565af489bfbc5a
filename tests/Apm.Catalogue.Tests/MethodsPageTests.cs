using Apm.MethodsPage;
using Apm.Sandbox;

namespace Apm.Catalogue.Tests;

public class MethodsPageTests
{
    [Fact]
    public async Task The_page_is_what_the_tool_writes_from_the_specs()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs", "methods.md"));

        var written = Page.Render(new Gateway(), Confirmations.In(Path.Combine(RepositoryFolder.Path, "specs")));

        Assert.True(
            page.ReplaceLineEndings("\n") == written.ReplaceLineEndings("\n"),
            "docs/methods.md differs from the specs. Run: dotnet run --project tests/Apm.MethodsPage");
    }
}
