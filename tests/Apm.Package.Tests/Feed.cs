[assembly: AssemblyFixture(typeof(Apm.Package.Tests.Feed))]

namespace Apm.Package.Tests;

/// <summary>The packages of this commit in a folder, under a version that nobody else has.</summary>
public sealed class Feed : IAsyncLifetime
{
    /// <summary>Every package, by its project's name.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    ["Apm.Generators", "Apm.Runtime", "Apm.AspNetCore", "Apm.EntityFrameworkCore", "Apm.Redis", "Apm.Sandbox", "Apm.Testing", "Apm.Templates", "Apm.Tool"];

    private readonly string _root = Directory.CreateTempSubdirectory("apm-feed-").FullName;

    public string Version { get; } = $"0.0.0-test{DateTime.UtcNow:yyyyMMddHHmmss}{Environment.ProcessId}";

    public string Folder => Path.Combine(_root, "packages");

    public string Package(string id) => Path.Combine(Folder, $"{id}.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Projects)
        {
            await PackAsync(project, Folder);
        }
    }

    /// <summary>Packs what the build of this test has made.</summary>
    public async Task PackAsync(string project, string folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var path = Path.Combine(Repository.Folder, "src", project, project + ".csproj");
        (
            await DotNet.RunAsync(
                Repository.Folder,
                "pack",
                path,
                "-c",
                configuration,
                "--no-build",
                "-o",
                folder,
                $"-p:PackageVersion={Version}",
                "-nologo",
                "-v:q")
        ).Expect(0);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var folder in Projects.Select(project => new DirectoryInfo(Path.Combine(cache, project.ToLowerInvariant()))).Where(folder => folder.Exists))
        {
            folder.GetDirectories(Version).SingleOrDefault()?.Delete(recursive: true);
            if (!folder.EnumerateFileSystemInfos().Any())
            {
                folder.Delete();
            }
        }

        return ValueTask.CompletedTask;
    }
}
