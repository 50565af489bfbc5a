using Apm.MethodsPage;
using Apm.Sandbox;

namespace Apm.Catalogue.Tests;

public class MethodsPageTests
{
    [Fact]
    public async Task The_page_is_what_the_tool_writes_from_the_specs()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs", "methods.md"));

        var isWritten = page.ReplaceLineEndings("\n") == Page.Render(new Gateway()).ReplaceLineEndings("\n");

        Assert.True(isWritten, "docs/methods.md differs from the specs. Run: dotnet run --project tests/Apm.MethodsPage");
    }
}
