using System.Diagnostics;
using Apm.Analyzers.Tests;
using Apm.Generators;
using Apm.Specs;
using Xunit;

namespace Apm.CodeFixes.Tests;

/// <summary><c>dotnet format</c> in a project outside this repository, through the shipped props and targets.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-format-");

    [Fact]
    public void Letters_are_corrected_and_the_project_then_builds()
    {
        Write("Shop.csproj", Project("worldpay/2023-06-01/alipay_hk"));
        Write("Till.cs", Code("\"hkd\""));

        var (_, formatted) = Run("format analyzers --diagnostics APM1001 --severity error");

        Assert.Equal(Code("AlipayHk.Currencies.Hkd"), Read("Till.cs"));
        var (exitCode, built) = Run("build -nologo -nodeReuse:false -p:UseSharedCompilation=false --no-restore");
        Assert.True(exitCode == 0, formatted + built);
    }

    [Fact]
    public void Without_options_only_codes_of_the_table_are_replaced()
    {
        Write("Shop.csproj", Project("worldpay/2024-07-01/klarna_network;worldpay/2024-07-01/paypal"));
        Write("Codes.cs", Codes(country => country, language => language, currency => currency, anyMethod: "RMB"));

        var (_, output) = Run("format");

        var (countries, languages, currencies) = (
            Table("UK=GB EL=GR USA=US GER=DE BRA=BR SUI=CH FRA=FR POL=PL HKG=HK DEU=DE gb=GB Gb=GB"),
            Table("cz=cs dk=da gr=el jp=ja cn=zh EN=en eng=en en-GB=en"),
            Table("UKP=GBP NTD=TWD STG=GBP eur=EUR"));
        // PayPal does not accept CNY, so its RMB stays.
        var expected = Codes(code => Replaced(countries, code), code => Replaced(languages, code), code => Replaced(currencies, code), anyMethod: "CNY");
        Assert.True(expected == Read("Codes.cs").Replace("Paypal.Currencies.", "", StringComparison.Ordinal), Read("Codes.cs") + output);
    }

    [Fact]
    public void The_currency_that_the_shop_sets_and_letters_are_written_in_one_run()
    {
        Write("Shop.csproj", Project("worldpay/2023-06-01/alipay_hk"));
        Write(".editorconfig", "root = true\n[*.cs]\napm_replacement_currency = HKD\n");
        Write("First.cs", Code("\"hkd\"").Replace("Till", "First", StringComparison.Ordinal));
        Write("Second.cs", Code("\"USD\"").Replace("Till", "Second", StringComparison.Ordinal));
        Write("Third.cs", Code("\"HDK\"").Replace("Till", "Third", StringComparison.Ordinal));
        Write("Other.cs", Code("\"ERU\"").Replace("Till", "Other", StringComparison.Ordinal));

        var (_, output) = Run("format analyzers --diagnostics APM1001 --severity error");

        Assert.All(["First", "Second", "Third"], file => Assert.True(
            Code("AlipayHk.Currencies.Hkd").Replace("Till", file, StringComparison.Ordinal) == Read(file + ".cs"),
            Read(file + ".cs") + output));
        Assert.Contains("\"ERU\"", Read("Other.cs"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Code(string currency) => $$"""
        /// <summary>Takes money.</summary>
        public static class Till
        {
            // In dollars of Hong Kong.
            public static AlipayHkInstruction Price(AlipayHkInstruction order, long cents) => order with { Value = new(cents, {{currency}}) };
        }

        """;

    private static string Codes(Func<string, string> country, Func<string, string> language, Func<string, string> currency, string anyMethod)
    {
        var countries = "EN UK BRA GER USA FRA POL SUI HKG gb Gb DEU EL BRN YU DEE".Split(' ')
            .Select(code => $"new KlarnaNetworkBillingAddress {{ Address1 = \"a\", PostalCode = \"1\", City = \"b\", CountryCode = \"{country(code)}\" }}");
        var languages = "at en-GB EN jp cz dk eng gr cn gb xx".Split(' ')
            .Select(code => $"new KlarnaNetworkPaymentInstrument {{ Country = \"GB\", Language = \"{language(code)}\" }}");
        var currencies = "EUD RMB UKP STG SFR HK$ GBR PLZ NTD USA MXP HRK UDS eur".Split(' ')
            .Select(code => (Code: code, Written: currency(code)))
            .Select(item => $"order with {{ Value = new Money(100, {(item.Code == item.Written ? $"\"{item.Code}\"" : Constant(item.Written))}) }}");
        var all = countries.Concat(languages).Concat(currencies);
        return $$"""
            public static class Codes
            {
                public static object[] All(PaypalInstruction order) =>
                [
            {{string.Join("\n", all.Select(item => $"        {item},"))}}
                    new Money(100, "{{anyMethod}}"),
                ];
            }

            """;
    }

    private static string Constant(string currency) => currency[..1] + currency[1..].ToLowerInvariant();

    private static Dictionary<string, string> Table(string codes) =>
        codes.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static string Replaced(Dictionary<string, string> table, string code) => table.GetValueOrDefault(code, code);

    private static string Project(string specs) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <ApmSpecsFolder>{SpecFiles.Repository}/specs/</ApmSpecsFolder>
          </PropertyGroup>
          <Import Project="{SpecFiles.Repository}/src/Apm.Generators/build/Apm.Generators.props" />
          <ItemGroup>
            <ApmSpec Include="{specs}" />
            <Analyzer Include="{typeof(ApmGenerator).Assembly.Location}" />
            <Analyzer Include="{typeof(Apm.Analyzers.UsageAnalyzer).Assembly.Location}" />
            <Analyzer Include="{typeof(UsageFix).Assembly.Location}" />
            <Analyzer Include="{typeof(SpecParser).Assembly.Location}" />
            <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "Apm.YamlDotNet.dll")}" />
            <Reference Include="{typeof(Money).Assembly.Location}" />
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
          </ItemGroup>
          <Import Project="{SpecFiles.Repository}/src/Apm.Generators/build/Apm.Generators.targets" />
        </Project>
        """;

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder.FullName, file));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    private (int ExitCode, string Output) Run(string arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, output);
    }
}
