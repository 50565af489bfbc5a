using System.Text.Json;

namespace Apm.Package.Tests;

public class WatchTests(Feed feed)
{
    // What dotnet watch does with them is its own; that a build sees an edit is tested beside this.
    [Fact]
    public async Task The_specs_of_a_project_are_among_the_files_that_dotnet_watch_looks_after()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """
            <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
            <ApmSpec Include="specs/*.yaml" />
            """);
        shop.Write("specs/own.apm.yaml", "extends: worldpay/2024-07-01/blik\n");
        (await shop.DotNetAsync("restore")).Expect(0);

        var answer = (await shop.DotNetAsync("msbuild", "Shop.csproj", "-getItem:Watch")).Expect(0);

        var watched = JsonDocument
            .Parse(answer.Text)
            .RootElement.GetProperty("Items")
            .GetProperty("Watch")
            .EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString());
        Assert.Equal(["specs/own.apm.yaml"], watched);
    }
}
