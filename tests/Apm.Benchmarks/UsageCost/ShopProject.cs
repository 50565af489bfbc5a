using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Apm.Benchmarks.UsageCost;

/// <summary>A project of the code, wired like a sample, with the compiler that the build of it starts.</summary>
internal sealed partial class ShopProject
{
    private readonly string _project;

    public ShopProject()
    {
        var repository = Repository();
        var folder = Path.Combine(repository, "tests", "Apm.Benchmarks", "obj", "usage-cost");
        Directory.CreateDirectory(folder);
        Directory.GetFiles(folder, "*.cs").ToList().ForEach(File.Delete);
        _project = Write("UsageCost.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Benchmark</RootNamespace>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UsesApmSpecs>true</UsesApmSpecs>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              </PropertyGroup>
              <ItemGroup>
                <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
              </ItemGroup>
            </Project>
            """);
        // Nothing of how this repository builds but the analyzers.
        Write("Directory.Build.props", $"<Project><PropertyGroup><RepositoryRoot>{repository}/</RepositoryRoot></PropertyGroup></Project>");
        Write("Directory.Build.targets", """<Project><Import Project="$(RepositoryRoot)Directory.Build.targets" /></Project>""");
        Write("Shared.cs", Ordinary.Shared);
        var lines = 0;
        foreach (var (name, text) in ShopCode.Write(ShopCode.Many))
        {
            Write(name, text);
            lines += text.Count(c => c == '\n');
        }

        LinesWritten = lines;

        string Write(string name, string text)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            return path;
        }
    }

    /// <summary>The assembly of the analyzers that the project uses.</summary>
    public static string Analyzers { get; } = Path.Combine(Repository(), "src", "Apm.Analyzers", "bin", "Release", "netstandard2.0", "Apm.Analyzers.dll");

    public int LinesWritten { get; }

    /// <summary>Builds everything that the project references, so that later builds compile the project alone.</summary>
    public void Prepare() => Build("-v:q");

    /// <summary>The files that the generator adds to the project.</summary>
    public IEnumerable<string> GeneratedFiles() =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(_project)!, "obj"), "*.g.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("Apm.Generators", StringComparison.Ordinal));

    /// <summary>Compiles the project alone, with a compiler that has just started.</summary>
    public Cost Compile(bool withSdkAnalyzers)
    {
        var log = Build(
            "--no-restore",
            "-t:Rebuild",
            "-v:d",
            "-clp:PerformanceSummary",
            "-p:BuildProjectReferences=false",
            "-p:UseSharedCompilation=false",
            "-p:ReportAnalyzer=true",
            $"-p:EnableNETAnalyzers={withSdkAnalyzers}");
        return new Cost(
            Analyzers: Seconds(OfAnalyzers().Match(log)),
            AllAnalyzers: Seconds(OfAllAnalyzers().Match(log)),
            Generators: Seconds(OfGenerators().Match(log)),
            Compiler: Seconds(OfCompiler().Match(log)) / 1000);
    }

    private string Build(params string[] arguments)
    {
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", _project, "-c", "Release", "-nologo", "-nodeReuse:false", .. arguments]) { RedirectStandardOutput = true }
        )!;
        var log = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? log : throw new InvalidOperationException(log[Math.Max(0, log.Length - 5000)..]);
    }

    private static double Seconds(Match match) => match.Success
        ? double.Parse(match.Groups[1].Value.TrimStart('<'), CultureInfo.InvariantCulture)
        : throw new InvalidOperationException("The build does not say what the compiler and its analyzers took.");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Apm.Generators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run from within the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*(<?[\d.]+)\s+<?\d+\s+Apm\.Analyzers, Version", RegexOptions.Multiline)]
    private static partial Regex OfAnalyzers();

    [GeneratedRegex(@"Total analyzer execution time: (<?[\d.]+) seconds")]
    private static partial Regex OfAllAnalyzers();

    [GeneratedRegex(@"^\s*(<?[\d.]+)\s+<?\d+\s+Apm\.Generators, Version", RegexOptions.Multiline)]
    private static partial Regex OfGenerators();

    [GeneratedRegex(@"^\s*(\d+) ms\s+Csc\s+1 calls", RegexOptions.Multiline)]
    private static partial Regex OfCompiler();
}

/// <summary>Seconds of one compilation.</summary>
/// <param name="Analyzers">Of ours, as the compiler reports them.</param>
/// <param name="AllAnalyzers">Ours among them.</param>
/// <param name="Generators">Of ours.</param>
/// <param name="Compiler">Of the task that runs it, from start to end.</param>
internal sealed record Cost(double Analyzers, double AllAnalyzers, double Generators, double Compiler)
{
    public double Share => Analyzers / Compiler;
}
