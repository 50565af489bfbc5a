using System.Text.Json;

namespace Apm.Package.Tests;

/// <summary>What an editor does in place of a build: it asks for the arguments of the compiler, and compiles by itself.</summary>
public class EditorTests(Feed feed)
{
    [Fact]
    public async Task A_design_time_build_hands_over_specs_and_analyzers()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="worldpay/2023-06-01/alipay_hk" /><ApmSpec Include="specs/*.yaml" />""");
        shop.Write("specs/harbour_pay.apm.yaml", "apm: harbour_pay");

        var arguments = await ArgumentsAsync(shop);

        string[] specs = ["specs/harbour_pay.apm.yaml", "specs/worldpay/2023-06-01/alipay_hk.apm.yaml", "specs/worldpay/2023-06-01/worldpay.api.yaml"];
        string[] analyzers = ["Apm.Analyzers.dll", "Apm.CodeFixes.dll", "Apm.Generators.dll", "Apm.Specs.dll", "Apm.YamlDotNet.dll"];
        Assert.All(specs, spec =>
            Assert.Single(arguments, argument =>
                argument.StartsWith("/additionalfile:", StringComparison.Ordinal) && argument.EndsWith(spec, StringComparison.Ordinal)));
        Assert.All(analyzers, analyzer =>
            Assert.Single(arguments, argument =>
                argument.StartsWith("/analyzer:", StringComparison.Ordinal) && argument.EndsWith("/" + analyzer, StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFiles(shop.Folder, "Shop.dll", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_id_that_is_being_typed_leaves_the_editor_its_project()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="worldpay/2023-06-01/ali" />""");

        Assert.Contains(await ArgumentsAsync(shop), argument => argument.EndsWith("/Apm.Generators.dll", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ArgumentsAsync(Consumer shop)
    {
        (await shop.DotNetAsync("restore")).Expect(0);
        var answer = (
            await shop.DotNetAsync(
                "msbuild",
                "-t:Compile",
                "-p:DesignTimeBuild=true",
                "-p:SkipCompilerExecution=true",
                "-p:ProvideCommandLineArgs=true",
                "-getItem:CscCommandLineArgs")
        ).Expect(0);
        return
        [
            .. JsonDocument
                .Parse(answer.Text)
                .RootElement.GetProperty("Items")
                .GetProperty("CscCommandLineArgs")
                .EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/')),
        ];
    }
}
