using System.Text.RegularExpressions;
using System.Xml.Linq;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>Every block of the README is compiled, and what can run is run.</summary>
public partial class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(GeneratorHost.SpecsFolder, "..", "README.md"));

    /// <summary>What the SDK's implicit usings and the package's give every project.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Apm;
        global using Shop.Apms;
        """;

    [Fact]
    public async Task The_first_block_pays()
    {
        var run = GeneratorHost.WithAvailableAlipayHk().AsProgram().Code(Usings, "Usings.cs").Code(Blocks("csharp")[0]).Run();
        Assert.Empty(run.CompilerReports);
        var main = run.Load().EntryPoint!;
        var before = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            await (main.Invoke(null, [Array.Empty<string>()]) as Task ?? Task.CompletedTask);
        }
        finally
        {
            Console.SetOut(before);
        }

        var promised = Comment().Match(Blocks("csharp")[0]).Groups["output"].Value;
        Assert.Equal(promised, output.ToString().Trim());
    }

    [Fact]
    public async Task The_line_that_does_not_compile_is_an_error_as_it_is_shown()
    {
        var wrong = OrderLine().Replace(Sample("Shop.cs"), "        " + Blocks("csharp")[1].TrimEnd());
        var run = GeneratorHost
            .WithAvailableAlipayHk()
            .Code(Usings, "Usings.cs")
            .Code(Sample("Customer.cs"), "Customer.cs")
            .Code(wrong, "samples/QuickStart/Shop.cs")
            .Run();
        Assert.Empty(run.CompilerReports);

        var error = Assert.Single(
            await run.Compilation.WithAnalyzers([new UsageAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(Blocks("text")[1].Trim(), new DiagnosticFormatter().Format(error, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_registration_compiles()
    {
        var block = Blocks("csharp")[2];
        var afterUsings = block.IndexOf("services.", StringComparison.Ordinal);
        var run = GeneratorHost.WithAvailableAlipayHk().Code(Usings, "Usings.cs").Code($$"""
            #nullable enable
            {{block[..afterUsings]}}
            static class Startup
            {
                static void Configure(IServiceCollection services, Dictionary<string, string?> configuration)
                {
                    {{block[afterUsings..]}}
                }
            }
            """).Run();

        Assert.Empty(run.CompilerReports);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Credentials_that_change_or_expire_compile(int block)
    {
        var run = GeneratorHost.WithAvailableAlipayHk().Code(Usings, "Usings.cs").Code($$"""
            #nullable enable
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;

            abstract class Vault
            {
                public abstract ValueTask<string> ReadAsync(string name, CancellationToken cancellationToken);
            }

            static class Startup
            {
                static void Configure(IServiceCollection services, IConfiguration configuration)
                {
                    {{Blocks("csharp")[block]}}
                }
            }
            """).Run();

        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void The_shop_that_hears_of_events_compiles()
    {
        var run = GeneratorHost.WithAvailableAlipayHk().AsProgram().Code(Usings, "Usings.cs").Code(Blocks("csharp")[5]).Run();

        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void The_method_of_ones_own_becomes_code()
    {
        var run = GeneratorHost
            .WithAvailableAlipayHk()
            .Spec("specs/harbour_pay.apm.yaml", Assert.Single(Blocks("yaml")))
            .Code(
                "class Checkout { Shop.Apms.HarbourPayPaymentInstrument Instrument => new() { WalletId = \"12345678\" }; }"
            )
            .Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void The_error_is_the_one_that_is_shown()
    {
        var wrong = Assert.Single(Blocks("yaml")).Replace("max: 8000", "max: 8.000", StringComparison.Ordinal);

        var error = Assert.Single(GeneratorHost.WithAvailableAlipayHk().Spec("specs/harbour_pay.apm.yaml", wrong).Run().SpecErrors);

        Assert.Equal(Blocks("text")[2].Trim(), new DiagnosticFormatter().Format(error, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_packed_spec_that_is_named_is_there()
    {
        var named = XElement.Parse(Assert.Single(Blocks("xml"))).Elements("ApmSpec").Select(item => item.Attribute("Include")!.Value).ToList();

        Assert.Equal("specs/**/*.yaml", named[1]);
        Assert.True(File.Exists(Path.Combine(GeneratorHost.SpecsFolder, named[0] + ".apm.yaml")));
    }

    [Fact]
    public void The_two_commands_are_those_that_CI_runs()
    {
        var script = File.ReadAllText(Path.Combine(GeneratorHost.SpecsFolder, "..", ".ci", "run"));

        Assert.All(Assert.Single(Blocks("sh")).Trim().Split('\n'), line => Assert.Contains(line.Split('#')[0].Trim(), script, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_no_block_that_no_test_knows() =>
        Assert.Equal(
            ["csharp", "sh", "text", "csharp", "text", "xml", "csharp", "csharp", "csharp", "csharp", "yaml", "text"],
            Block().Matches(s_readme).Select(block => block.Groups["language"].Value));

    private static string Sample(string file) => File.ReadAllText(Path.Combine(GeneratorHost.SpecsFolder, "../samples/QuickStart", file));

    private static string[] Blocks(string language) =>
        [.. Block().Matches(s_readme).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["code"].Value)];

    [GeneratedRegex("(?ms)^```(?<language>[a-z]+)\n(?<code>.*?)^```$")]
    private static partial Regex Block();

    [GeneratedRegex("(?m)^ *var order = .*$")]
    private static partial Regex OrderLine();

    [GeneratedRegex("WriteLine\\(.*\\); *// (?<output>.*)")]
    private static partial Regex Comment();
}
