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
        shop.WriteProject("Shop.csproj", AlipayHk + Sandbox, "<OutputType>Exe</OutputType><RollForward>Major</RollForward><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", framework);
        shop.Write("Program.cs", Orders.Program());

        (await shop.DotNetAsync("run")).Expect(0).Says("outcome: Paid");
    }

    [Fact]
    public async Task A_wrong_currency_does_not_compile_and_a_slip_is_mended_by_format()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", AlipayHk);
        shop.Write("Order.cs", $"public static class Order {{ public static object Of() => {Orders.Request("USD")}; }}");

        (await shop.BuildAsync()).Expect(1).Says("Order.cs(8,42): error APM1001").Says("AlipayHK");

        shop.Write("Order.cs", $"public static class Order {{ public static object Of() => {Orders.Request("HDK")}; }}");
        (await shop.DotNetAsync("format", "analyzers", "--diagnostics", "APM1001", "--severity", "error", "--no-restore")).Expect(0);
        Assert.Contains("AlipayHk.Currencies.Hkd", shop.Read("Order.cs"), StringComparison.Ordinal);
        (await shop.BuildAsync()).Expect(0);
    }

    [Fact]
    public async Task A_contracts_library_takes_its_analyzers_along()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Contracts/Contracts.csproj", AlipayHk);
        shop.Write("Contracts/Contracts.csproj", shop.Read("Contracts/Contracts.csproj").Replace("\" />", "\" PrivateAssets=\"none\" />", StringComparison.Ordinal));
        shop.Write("Shop/Shop.csproj", """
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
            .Says("ApmSpec 'klara' is neither a .yaml file nor the id of a packed spec. Did you mean 'worldpay/2024-07-01/klarna'");
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_named()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="specs/missing.apm.yaml" />""");

        (await shop.BuildAsync()).Expect(1).Says("ApmSpec names a file that does not exist: specs/missing.apm.yaml").DoesNotSay("CS2001");
    }

    [Fact]
    public async Task A_wrong_spec_is_reported_at_its_place_without_analyzers_too()
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

        (await shop.BuildAsync()).Expect(1).Says("harbour_pay.apm.yaml(7,14): error APM0005");
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

    [Theory]
    [InlineData("Strict", 1, "error APM1013")]
    [InlineData("Recommended", 0, "warning APM1013")]
    [InlineData("Off", 0, null)]
    [InlineData("Harsh", 1, "It is one of Strict, Recommended and Off.")]
    public async Task One_property_chooses_how_strict_the_rules_are(string mode, int exitCode, string? said)
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", AlipayHk, $"<ApmAnalysisMode>{mode}</ApmAnalysisMode>");
        shop.Write("Order.cs", """public static class Order { public static object Of() => new WorldpayClientOptions { UserName = "me" }; }""");

        var answer = (await shop.BuildAsync()).Expect(exitCode);
        if (said is null)
        {
            answer.DoesNotSay("APM");
        }
        else
        {
            answer.Says(said);
        }
    }

    [Fact]
    public async Task An_older_compiler_is_told_what_it_lacks()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", AlipayHk);

        (await shop.BuildAsync("-p:CompilerApiVersion=roslyn4.7")).Expect(1).Says("Apm.Generators needs the compiler of the .NET SDK 8.0.100");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" # suppress APM0014: no page gives one", false)]
    public async Task Advice_on_a_spec_has_its_place_in_SARIF_and_a_comment_suppresses_it(string comment, bool isSaid)
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="specs/*.yaml" />""", "<ErrorLog>log.sarif,version=2.1</ErrorLog>");
        // The compiler looks for a .globalconfig beside C# files.
        shop.Write("Order.cs", "public static class Order { public static string Of() => AlipayHk.Currencies.Hkd; }");
        shop.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.APM0014.severity = warning\n");
        var spec = File.ReadAllText(Path.Combine(Repository.Folder, "specs/worldpay/2023-06-01/alipay_hk.apm.yaml"));
        shop.Write("specs/alipay_hk.apm.yaml", spec.Replace("limits:", "limits:" + comment, StringComparison.Ordinal));

        var answer = (await shop.BuildAsync()).Expect(0);

        Assert.Equal(isSaid, answer.Text.Contains("alipay_hk.apm.yaml(15,1): warning APM0014", StringComparison.Ordinal));
        Assert.Equal(isSaid, shop.Read("log.sarif").Contains("\"startLine\": 15", StringComparison.Ordinal));
    }
}
