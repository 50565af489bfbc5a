using System.IO.Compression;
using System.Text.Json;

namespace Apm.Package.Tests.Licences;

public class LicencesPageTests(Feed feed)
{
    private static readonly string s_page = Path.Combine(Repository.Folder, "docs", "licences.md");

    private static readonly string[] s_accepted = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL"];

    [Fact]
    public async Task The_page_lists_every_package_that_we_ship_bring_or_build_with()
    {
        var restored = RestoredPackage.Of(Path.Combine(Repository.Folder, "src"));
        var expected = LicencesPage.Render(Feed.Projects.Select(id => (id, Bill(id))), restored).ReplaceLineEndings("\n");

        var page = File.Exists(s_page) ? (await File.ReadAllTextAsync(s_page, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") : "";
        if (page != expected)
        {
            await File.WriteAllTextAsync(s_page, expected, TestContext.Current.CancellationToken);
            Assert.Fail("docs/licences.md said something else than the packages. It has been brought up to date; read the difference.");
        }
    }

    /// <summary>A licence that asks more of a shop than a notice is a decision, and nobody's accident.</summary>
    [Fact]
    public void What_a_shop_gets_from_us_asks_for_a_notice_and_nothing_more()
    {
        var licences = Feed.Projects.SelectMany(id => Bill(id).GetProperty("components").EnumerateArray())
            .SelectMany(component => component.GetProperty("licenses").EnumerateArray());

        Assert.All(licences, licence => Assert.Contains(licence.GetProperty("license").GetProperty("id").GetString(), s_accepted));
    }

    private JsonElement Bill(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        using var stream = package.GetEntry("sbom.cdx.json")!.Open();
        using var bill = JsonDocument.Parse(stream);
        return bill.RootElement.Clone();
    }
}
