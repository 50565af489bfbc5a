using System.Diagnostics;
using System.Text.RegularExpressions;
using Apm.Analyzers;
using Apm.Specs;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>What <c>dotnet build</c> says in a project outside this repository, through the shipped props and targets.</summary>
public sealed partial class BuildTests : IDisposable
{
    private static readonly string s_spec = GeneratorHost.Read(GeneratorHost.AlipayHk);
    private static readonly string s_repository = Path.GetFullPath(Path.Combine(GeneratorHost.SpecsFolder, ".."));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-build-");

    /// <summary>A careless edit of the shipped spec; <c>¦</c> stands where the error must.</summary>
    private static readonly (string Id, string From, string To)[] s_edits =
    [
        ("APM0002", "currencies: [EUR", "¦curencies: [EUR"),
        ("APM0003", "instruction.paymentInstrument.failureURL: { type: url, ", "¦instruction.paymentInstrument.failureURL: { "),
        ("APM0005", "GBP, SGD]", "GBP, ¦XGD]"),
        ("APM0006", "max: 50000", "max: ¦50.000"),
        ("APM0008", "fields:\n", "fields:\n  instruction.paymentInstrument.failureURL: { type: url, required: true }\n"),
        ("APM0001", "  HKD: { max", "¦\tHKD: { max"),
        ("APM0001", "in apps.\"", "in apps."),
        ("APM0009", "fields:\n", "fields:\n  transactionReference: { type: string, length: ¦1..65 }\n"),
    ];

    [Fact]
    public void Each_careless_edit_is_an_error_at_its_place_and_nothing_else_breaks()
    {
        var expected = new List<string>();
        for (var i = 0; i < s_edits.Length; i++)
        {
            var (id, from, to) = s_edits[i];
            var text = s_spec.Replace("apm: alipay_hk", "apm: edit_" + i, StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal);
            var place = text.IndexOf('¦', StringComparison.Ordinal);
            text = text.Replace("¦", "", StringComparison.Ordinal);
            if (place < 0)
            {
                // The second of two fields; the quote that is never closed.
                place = id == "APM0008"
                    ? text.LastIndexOf("instruction.paymentInstrument.failureURL", StringComparison.Ordinal)
                    : text.IndexOf('"', StringComparison.Ordinal);
            }

            var before = text[..place];
            expected.Add($"edit_{i}.apm.yaml({before.Count(c => c == '\n') + 1},{place - before.LastIndexOf('\n')}): {id}");
            Write($"specs/edit_{i}.apm.yaml", text);
        }

        Write("Shop.cs", "class Checkout { AlipayHkPaymentRequest? Request { get; set; } }");
        Write("Shop.csproj", Project("""<ApmSpec Include="worldpay/2023-06-01/alipay_hk" /><ApmSpec Include="specs/**/*.yaml" />"""));

        var errors = Errors(Build(""));

        Assert.Equal(expected.Order(), errors.Order());
    }

    [Fact]
    public void A_limit_of_the_merchants_own_is_what_the_code_is_held_against()
    {
        Write("specs/alipay_hk.apm.yaml", "extends: worldpay/2023-06-01/alipay_hk\nlimits: { HKD: { max: 20000 } }\n");
        Write("Shop.csproj", Project("""<ApmSpec Include="worldpay/2023-06-01/alipay_hk" /><ApmSpec Include="specs/**/*.yaml" />"""));
        Write("Shop.cs", """
            static class Till
            {
                public static AlipayHkInstruction Dear(AlipayHkInstruction order) => order with { Value = Money.FromMajor(20_001m, "HKD") };
                public static AlipayHkInstruction Right(AlipayHkInstruction order) => order with { Value = Money.FromMajor(20_000m, "HKD") };
            }
            """);

        var output = Build("");

        Assert.Equal(["Shop.cs: APM1002"], Errors(output).Select(error => System.Text.RegularExpressions.Regex.Replace(error, @"\(.*?\)", "")));
        Assert.Contains("20000.00 HKD", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Specs_without_an_id_leave_the_imported_namespace_there()
    {
        Write("specs/mine.apm.yaml", "apmm: mine\napi: worldpay/2023-06-01\n");
        Write("specs/empty.apm.yaml", "");
        Write("Shop.csproj", Project("""<ApmSpec Include="specs/**/*.yaml" />"""));

        Assert.Equal(["empty.apm.yaml", "mine.apm.yaml"], Errors(Build("")).Select(error => error.Split('(')[0]).Distinct().Order());
    }

    [Fact]
    public void Currencies_without_a_known_limit_are_said_as_information_and_a_right_project_builds()
    {
        Write(
            "Shop.csproj",
            Project(
                """<ApmSpec Include="worldpay/2023-06-01/alipay_hk" />""",
                "<ErrorLog>log.sarif,version=2.1</ErrorLog><RootNamespace>my-shop.3ds</RootNamespace>"));
        Write("Shop.cs", "class Checkout { AlipayHkPaymentRequest? Request { get; set; } Money Value { get; set; } }");

        Assert.Empty(Errors(Build("")));
        Assert.Contains("no limit is known in EUR, GBP, SGD", File.ReadAllText(Path.Combine(_folder.FullName, "log.sarif")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Namespace="Shop.Next" """, new string[0])]
    [InlineData("", new[] { "alipay_hk.apm.yaml(2,6): APM0012" })]
    public void Two_versions_of_one_API_live_in_two_namespaces_and_not_in_one(string metadata, string[] errors)
    {
        const string First = "worldpay/2023-06-01", Second = "worldpay/2099-01-01";
        foreach (var file in new[] { GeneratorHost.AlipayHk, GeneratorHost.Worldpay })
        {
            var text = GeneratorHost.Read(file);
            Write("packed/" + file, text);
            Write("packed/" + file.Replace(First, Second, StringComparison.Ordinal), text.Replace("2023-06-01", "2099-01-01", StringComparison.Ordinal));
        }

        Write(
            "Shop.csproj",
            Project(
                $"""<ApmSpec Include="{First}/alipay_hk" /><ApmSpec Include="{Second}/alipay_hk" {metadata}/>""",
                "<ApmSpecsFolder>$(MSBuildProjectDirectory)/packed/</ApmSpecsFolder>"));
        Write("Shop.cs", $$"""
            class Checkout
            {
                Shop.Apms.AlipayHkPayment? Old;
                Shop.Apms.IWorldpayClient? OldClient;
                {{(metadata.Length > 0 ? "Shop.Next.AlipayHkPayment? New; Shop.Next.IWorldpayClient? NewClient;" : "")}}
                object?[] All => [Old, OldClient];
            }
            """);

        var output = Build("-p:NoWarn=CS0169%3BCS0649");

        Assert.Equal(errors, Errors(output));
        Assert.Equal(errors.Length > 0, output.Contains("Namespace=", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Project(string items, string properties = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <ApmSpecsFolder>{s_repository}/specs/</ApmSpecsFolder>
            {properties}
          </PropertyGroup>
          <Import Project="{s_repository}/src/Apm.Generators/build/Apm.Generators.props" />
          <ItemGroup>
            {items}
            <Analyzer Include="{typeof(ApmGenerator).Assembly.Location}" />
            <Analyzer Include="{typeof(SpecAdviceAnalyzer).Assembly.Location}" />
            <Analyzer Include="{typeof(SpecParser).Assembly.Location}" />
            <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "Apm.YamlDotNet.dll")}" />
            <Reference Include="{typeof(Money).Assembly.Location}" />
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
          </ItemGroup>
          <Import Project="{s_repository}/src/Apm.Generators/build/Apm.Generators.targets" />
        </Project>
        """;

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Build(string arguments)
    {
        var start = new ProcessStartInfo("dotnet", $"build -nologo -nodeReuse:false -p:UseSharedCompilation=false {arguments}")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return output;
    }

    private static string[] Errors(string output) =>
    [
        .. Error()
            .Matches(output)
            .Select(match => match.Groups)
            .Select(groups => $"{Path.GetFileName(groups["file"].Value)}({groups["place"].Value}): {groups["id"].Value}")
            .Distinct(),
    ];

    [GeneratedRegex(@"(?m)^\s*(?<file>[^\s(]+)\((?<place>\d+,\d+)\): (?:error|warning) (?<id>\w+):|(?m)error (?<id>(?:MSB|CSC|NETSDK|NU)\w*)")]
    private static partial Regex Error();
}
