using System.Diagnostics;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Apm.Benchmarks.CatalogueCost;

/// <summary>A project of one empty class and some specs, wired like a sample.</summary>
internal sealed partial class CatalogueProject
{
    private readonly string _folder;
    private readonly string _project;

    /// <param name="name">Of the project.</param>
    /// <param name="specs">Ids of packed specs.</param>
    public CatalogueProject(string name, IEnumerable<string> specs)
    {
        _folder = Path.Combine(Repository, "tests", "Apm.Benchmarks", "obj", "catalogue-cost", name);
        Directory.CreateDirectory(_folder);
        _project = Write(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <UsesApmSpecs>true</UsesApmSpecs>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(specs.Select(spec => $"""<ApmSpec Include="{spec}" />"""))}
              </ItemGroup>
            </Project>
            """);
        // Nothing of how this repository builds but the generator and the analyzers.
        Write("Directory.Build.props", $"<Project><PropertyGroup><RepositoryRoot>{Repository}/</RepositoryRoot></PropertyGroup></Project>");
        Write("Directory.Build.targets", """<Project><Import Project="$(RepositoryRoot)Directory.Build.targets" /></Project>""");
        Write("Shop.cs", "public sealed class Shop;");
    }

    /// <summary>The ids of the specs that are shipped in a folder, such as <c>worldpay/2024-07-01</c>.</summary>
    public static IEnumerable<string> Shipped(string folder) =>
        Directory
            .GetFiles(Path.Combine(Repository, "specs", folder), "*.apm.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => folder + "/" + Path.GetFileName(file)[..^".apm.yaml".Length]);

    public int LinesGenerated => GeneratedFiles.Sum(file => File.ReadLines(file).Count());

    public int FilesGenerated => GeneratedFiles.Count();

    /// <summary>Of all methods of the assembly together.</summary>
    public int BytesOfIL
    {
        get
        {
            using var assembly = new PEReader(
                File.OpenRead(Path.Combine(_folder, "bin", "Release", "net10.0", Path.GetFileNameWithoutExtension(_project) + ".dll")));
            var metadata = assembly.GetMetadataReader();
            return metadata.MethodDefinitions
                .Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
                .Where(address => address != 0)
                .Sum(address => assembly.GetMethodBody(address).GetILReader().Length);
        }
    }

    /// <summary>Builds everything that the project references, so that later builds compile the project alone.</summary>
    public void Prepare() => Build();

    /// <summary>Compiles the project alone.</summary>
    /// <param name="server">By the compiler server, which stays from build to build; otherwise by a compiler that has just started.</param>
    /// <returns>Seconds of the task that runs the compiler.</returns>
    public double Compile(bool server)
    {
        var log = Build(
            "--no-restore",
            "-t:Rebuild",
            "-clp:PerformanceSummary",
            "-p:BuildProjectReferences=false",
            "-p:EmitCompilerGeneratedFiles=false",
            $"-p:UseSharedCompilation={server}");
        return OfCompiler().Match(log) is { Success: true } found
            ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) / 1000
            : throw new InvalidOperationException("The build does not say what the compiler took.");
    }

    private static string Repository { get; } = FindRepository();

    private IEnumerable<string> GeneratedFiles =>
        Directory.EnumerateFiles(Path.Combine(_folder, "obj", "Release", "net10.0", "generated", "Apm.Generators"), "*.g.cs", SearchOption.AllDirectories);

    private string Build(params string[] arguments)
    {
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", _project, "-c", "Release", "-nologo", "-nodeReuse:false", "-v:n", .. arguments])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var log = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? log : throw new InvalidOperationException(log[Math.Max(0, log.Length - 5000)..]);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Apm.Generators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run from within the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*(\d+) ms\s+Csc\s+1 calls", RegexOptions.Multiline)]
    private static partial Regex OfCompiler();
}
