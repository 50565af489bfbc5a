using System.Text.Json;

namespace Apm.Package.Tests;

public class ConsumerTests(Feed feed)
{
    private const string AlipayHk = """<ApmSpec Include="worldpay/2023-06-01/alipay_hk" />""";
    private const string Sandbox = """<PackageReference Include="Apm.Sandbox" Version="$(Packed)" />""";

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task A_console_program_pays_in_the_sandbox(string framework)
    {
        using var shop = new Consumer(feed);
        shop.WriteProject(
            "Shop.csproj",
            AlipayHk + Sandbox,
            "<OutputType>Exe</OutputType><RollForward>Major</RollForward><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            framework);
        shop.Write("Program.cs", Orders.Program());

        (await shop.DotNetAsync("run")).Expect(0).Says("outcome: Paid");
    }

    [Fact]
    public async Task A_contracts_library_takes_its_analyzers_along()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Contracts/Contracts.csproj", AlipayHk);
        shop.Write(
            "Contracts/Contracts.csproj",
            shop.Read("Contracts/Contracts.csproj").Replace("\" />", "\" PrivateAssets=\"none\" />", StringComparison.Ordinal));
        shop.Write(
            "Shop/Shop.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Contracts/Contracts.csproj" />
              </ItemGroup>
            </Project>
            """);
        shop.Write("Shop/Order.cs", $"using Apm; using Contracts.Apms; public static class Order {{ public static object Of() => {Orders.Request("USD")}; }}");

        (await shop.BuildAsync("Shop/Shop.csproj")).Expect(1).Says("error APM1001");
    }

    [Fact]
    public async Task Versions_may_be_managed_centrally()
    {
        using var shop = new Consumer(feed);
        shop.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="Apm.Generators" Version="$(Packed)" /></ItemGroup>
            </Project>
            """);
        shop.Write("Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Apm.Generators" />
                <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
              </ItemGroup>
            </Project>
            """);
        shop.Write("Order.cs", "public static class Order { public static string Of() => AlipayHk.Currencies.Hkd; }");

        (await shop.BuildAsync("-warnaserror")).Expect(0);
    }

    [Fact]
    public async Task An_unknown_id_names_the_nearest()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="worldpay/2023-06-01/alipayhk;klara" />""");

        (await shop.BuildAsync()).Expect(1)
            .Says("ApmSpec 'worldpay/2023-06-01/alipayhk' is neither a .yaml file nor the id of a packed spec. Did you mean 'worldpay/2023-06-01/alipay_hk'")
            .Says("ApmSpec 'klara' is neither a .yaml file nor the id of a packed spec. Did you mean 'mollie/v2/klarna' or 'worldpay/2024-07-01/klarna'");
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_named()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="$(File)" />""");

        (await shop.BuildAsync("-p:File=specs/missing.apm.yaml"))
            .Expect(1)
            .Says("ApmSpec names a file that does not exist: specs/missing.apm.yaml")
            .DoesNotSay("CS2001");
        (await shop.BuildAsync("--no-restore", "-p:File=worldpay/2023-06-01/alipay_hk.apm.yaml"))
            .Expect(1)
            .Says("write its id without '.apm.yaml': worldpay/2023-06-01/alipay_hk.");
    }

    [Fact]
    public async Task A_wrong_spec_is_reported_at_its_place_without_analyzers_and_in_a_binary_log_too()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="specs/*.yaml" />""", "<RunAnalyzers>false</RunAnalyzers>");
        shop.Write("specs/harbour_pay.apm.yaml", """
            apm: harbour_pay
            name: Harbour Pay
            api: worldpay/2023-06-01
            status: available
            source: { url: https://harbourpay.example/developers }
            countries: [HK]
            currencies: [HDK]
            capabilities: [sale]
            fields:
              instruction.paymentInstrument.successURL: { type: url, required: true }
            """);

        (await shop.BuildAsync("-bl:log.binlog")).Expect(1).Says("harbour_pay.apm.yaml(7,14): error APM0005");
        File.Delete(Path.Combine(shop.Folder, "specs/harbour_pay.apm.yaml"));
        (await shop.DotNetAsync("msbuild", "log.binlog")).Expect(0).Says("harbour_pay.apm.yaml(7,14): error APM0005");
    }

    [Fact]
    public async Task An_edited_spec_is_compiled_and_an_unchanged_one_is_not()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="specs/*.yaml" />""");
        var spec = File.ReadAllText(Path.Combine(Repository.Folder, "specs/worldpay/2023-06-01/alipay_hk.apm.yaml"));
        shop.Write("specs/alipay_hk.apm.yaml", spec);
        shop.Write("Order.cs", "public static class Order { public static string Of() => AlipayHk.Currencies.Sgd; }");

        (await shop.BuildAsync()).Expect(0);
        (await shop.BuildAsync("-v:n", "--no-restore")).Expect(0).Says("Skipping target \"CoreCompile\"");
        shop.Write("specs/alipay_hk.apm.yaml", spec.Replace(", SGD", "", StringComparison.Ordinal));
        (await shop.BuildAsync("--no-restore")).Expect(1).Says("error CS0117");
    }

    [Fact]
    public async Task One_property_chooses_how_strict_the_rules_are()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", AlipayHk);
        shop.Write("Order.cs", """public static class Order { public static object Of() => new WorldpayClientOptions { UserName = "me" }; }""");

        (await shop.BuildAsync("-p:ApmAnalysisMode=Strict")).Expect(1).Says("error APM1013");
        (await shop.BuildAsync("--no-restore", "-p:ApmAnalysisMode=Recommended")).Expect(0).Says("warning APM1013");
        (await shop.BuildAsync("--no-restore", "-p:ApmAnalysisMode=Off")).Expect(0).DoesNotSay("APM");
        (await shop.BuildAsync("--no-restore", "-p:ApmAnalysisMode=Harsh")).Expect(1).Says("It must be Strict, Recommended or Off.");
    }

    [Fact]
    public async Task An_older_compiler_language_or_framework_is_told_what_it_lacks()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", AlipayHk);

        (await shop.BuildAsync("-p:CompilerApiVersion=roslyn4.7")).Expect(1).Says("Apm.Generators needs the compiler of the .NET SDK 8.0.100");
        (await shop.BuildAsync("-p:LangVersion=11")).Expect(1).Says("needs C# 12, but LangVersion is 11").DoesNotSay("error CS");
        shop.WriteProject("Shop.csproj", AlipayHk, framework: "netstandard2.0");
        (await shop.BuildAsync()).Expect(1).Says("needs net8.0 or newer, but this project has the target framework netstandard2.0").DoesNotSay("error CS");
    }

    [Fact]
    public async Task Advice_on_a_spec_has_its_place_in_SARIF_and_a_comment_suppresses_it()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="specs/*.yaml" />""", "<ErrorLog>log.sarif,version=2.1</ErrorLog>");
        // The compiler looks for a .globalconfig beside C# files.
        shop.Write("Order.cs", "public static class Order { public static string Of() => AlipayHk.Currencies.Hkd; }");
        shop.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.APM0014.severity = warning\n");
        var spec = File.ReadAllText(Path.Combine(Repository.Folder, "specs/worldpay/2023-06-01/alipay_hk.apm.yaml"))
            .Replace("status: coming-soon", "status: available", StringComparison.Ordinal);
        shop.Write("specs/alipay_hk.apm.yaml", spec);
        shop.Write(
            "specs/quiet.apm.yaml",
            spec.Replace("apm: alipay_hk", "apm: quiet", StringComparison.Ordinal)
                .Replace("limits:", "limits: # suppress APM0014: no page gives one", StringComparison.Ordinal));

        (await shop.BuildAsync()).Expect(0).Says("alipay_hk.apm.yaml(15,1): warning APM0014").DoesNotSay("quiet.apm.yaml(15");

        Assert.Contains("\"startLine\": 15", shop.Read("log.sarif"), StringComparison.Ordinal);
        Assert.DoesNotContain("quiet.apm.yaml", shop.Read("log.sarif"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_in_SARIF_has_a_description_and_the_address_of_a_page_that_exists()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject(
            "Shop.csproj",
            AlipayHk + """<ApmSpec Include="specs/*.yaml" />""",
            "<ErrorLog>log.sarif,version=2.1</ErrorLog>");
        shop.Write("specs/harbour_pay.apm.yaml", "nmae: Harbour Pay");
        shop.Write("Order.cs", """public static class Order { public static object Of() => new WorldpayClientOptions { UserName = "me" }; }""");

        (await shop.BuildAsync()).Expect(1).Says("error APM0002").Says("WorldpayClientOptions.UserName is written in code");

        using var log = JsonDocument.Parse(shop.Read("log.sarif"));
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var reported = run.GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("APM", StringComparison.Ordinal))
            .Select(result => rules[result.GetProperty("ruleIndex").GetInt32()])
            .ToList();
        Assert.Superset(new HashSet<string> { "APM0002", "APM1013" }, reported.Select(rule => rule.GetProperty("id").GetString()!).ToHashSet());
        Assert.All(reported, rule =>
        {
            Assert.NotEmpty(rule.GetProperty("fullDescription").GetProperty("text").GetString()!);
            Assert.True(File.Exists(new Uri(rule.GetProperty("helpUri").GetString()!, UriKind.Absolute).LocalPath), rule.ToString());
        });
        Assert.All(
            rules.EnumerateArray().Where(rule => rule.TryGetProperty("helpUri", out _)),
            rule => Assert.True(Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute), rule.ToString()));
    }

    [Fact]
    public async Task Two_versions_of_a_gateway_and_a_file_that_is_named_twice_have_the_namespaces_that_are_said()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """
            <ApmSpec Include="worldpay/2023-06-01/alipay_hk" Namespace="Shop.V2023" />
            <ApmSpec Include="worldpay/2024-07-01/alipay_hk" Namespace="Shop.V2024" />
            <ApmSpec Include="specs/**/*.yaml" />
            <ApmSpec Include="specs/own.apm.yaml" Namespace="Shop.Own" />
            """, "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        shop.Write("specs/own.apm.yaml", "extends: worldpay/2024-07-01/blik\napm: own\n");
        shop.Write("Program.cs", """
            using Microsoft.Extensions.DependencyInjection;
            using WorldpayPayment = Shop.V2024.WorldpayPayment;

            var services = new ServiceCollection();
            foreach (var register in new Action<IServiceCollection>[]
            {
                all => Shop.V2023.WorldpayClientServiceCollectionExtensions
                    .AddWorldpayClient(all, options => { })
                    .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(23)),
                all => Shop.V2024.WorldpayClientServiceCollectionExtensions
                    .AddWorldpayClient(all, options => { })
                    .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(24)),
            })
            {
                register(services);
            }

            using var provider = services.BuildServiceProvider();
            var clients = provider.GetRequiredService<System.Net.Http.IHttpClientFactory>();
            var (first, second) = (clients.CreateClient("worldpay/2023-06-01").Timeout, clients.CreateClient("worldpay/2024-07-01").Timeout);
            Console.WriteLine($"{first.Seconds} and {second.Seconds}, {typeof(WorldpayPayment).Namespace}, {typeof(Shop.Own.OwnPaymentRequest).Name}");
            """);

        (await shop.DotNetAsync("run")).Expect(0).Says("23 and 24, Shop.V2024, OwnPaymentRequest");
    }
}
