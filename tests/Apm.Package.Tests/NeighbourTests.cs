namespace Apm.Package.Tests;

public class NeighbourTests(Feed feed)
{
    [Fact]
    public async Task An_analyzer_with_another_YamlDotNet_works_beside_ours()
    {
        using var shop = new Consumer(feed);
        shop.Write("Neighbour/Neighbour.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
                <EnforceExtendedAnalyzerRules>true</EnforceExtendedAnalyzerRules>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
                <PackageReference Include="YamlDotNet" Version="13.7.1" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        shop.Write("Neighbour/Generator.cs", """
            using Microsoft.CodeAnalysis;

            [Generator]
            public sealed class Neighbour : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output =>
                {
                    var parser = new YamlDotNet.Core.Parser(new System.IO.StringReader("a: b"));
                    while (parser.MoveNext()) { }
                    var version = typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version;
                    output.AddSource("Neighbour.g.cs", $"public static class NextDoor {{ public const string Yaml = \"{version}\"; }}");
                });
            }
            """);
        shop.WriteProject("Shop/Shop.csproj", """
            <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
            <ProjectReference Include="../Neighbour/Neighbour.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            <Analyzer Include="../Neighbour/bin/Debug/netstandard2.0/YamlDotNet.dll" />
            """, "<OutputType>Exe</OutputType>");
        shop.Write("Shop/Program.cs", """Console.WriteLine(AlipayHk.Currencies.Hkd + " beside " + NextDoor.Yaml);""");

        (await shop.DotNetAsync("run", "--project", "Shop")).Expect(0).Says("HKD beside 13.");
    }

    /// <summary>An older compiler than the SDK's; <c>Custom</c>, for its package does not say so itself and the SDK's would be taken.</summary>
    [Fact]
    public async Task An_older_compiler_loads_generator_and_analyzers()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """
            <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
            <PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="4.14.0" PrivateAssets="all" />
            """, "<RoslynCompilerType>Custom</RoslynCompilerType><EnableNETAnalyzers>false</EnableNETAnalyzers>", framework: "net8.0");
        shop.Write("Order.cs", $"public static class Order {{ public static object Of() => {Orders.Request("USD")}; }}");

        (await shop.BuildAsync("-v:n"))
            .Expect(1)
            .Says("microsoft.net.compilers.toolset/4.14.0/tasks/netcore/bincore/csc.dll")
            .Says("error APM1001")
            .DoesNotSay("warning")
            .DoesNotSay("CS9057");
    }
}
