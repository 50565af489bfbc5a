using Apm.Sandbox;

namespace Apm.Catalogue.Tests.Page;

public class MethodsPageTests
{
    private static readonly string s_page = Path.Combine(RepositoryFolder.Path, "docs", "methods.md");

    [Fact]
    public async Task The_page_says_what_the_specs_say()
    {
        var expected = MethodsPage.Render(new Gateway()).ReplaceLineEndings("\n");

        var page = File.Exists(s_page) ? (await File.ReadAllTextAsync(s_page)).ReplaceLineEndings("\n") : "";
        if (page != expected)
        {
            await File.WriteAllTextAsync(s_page, expected);
            Assert.Fail("docs/methods.md said something else than the specs. It has been brought up to date; read the difference.");
        }
    }
}
