using System.Diagnostics;
using Apm.Analyzers.Tests;
using Apm.Generators;
using Apm.Specs;
using Xunit;

namespace Apm.CodeFixes.Tests;

/// <summary><c>dotnet format analyzers</c> in a project outside this repository, through the shipped props and targets.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-format-");

    [Fact]
    public void A_slip_is_corrected_and_the_project_then_builds()
    {
        Write("Shop.csproj", Project());
        Write("Till.cs", Code("\"HDK\""));

        var (_, formatted) = Run("format analyzers --diagnostics APM1001 --severity error");

        Assert.Equal(Code("AlipayHk.Currencies.Hkd"), File.ReadAllText(Path.Combine(_folder.FullName, "Till.cs")));
        var (exitCode, built) = Run("build -nologo -nodeReuse:false -p:UseSharedCompilation=false --no-restore");
        Assert.True(exitCode == 0, formatted + built);
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

    private static string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <ApmSpecsFolder>{SpecFiles.Repository}/specs/</ApmSpecsFolder>
          </PropertyGroup>
          <Import Project="{SpecFiles.Repository}/src/Apm.Generators/build/Apm.Generators.props" />
          <ItemGroup>
            <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
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
