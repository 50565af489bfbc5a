namespace Apm.Package.Tests;

/// <summary>A shop's projects in an empty folder, with nothing of this repository but the packages.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly Feed _feed;

    public Consumer(Feed feed)
    {
        _feed = feed;
        Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="apm" value="{feed.Folder}" /></packageSources>
            </configuration>
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("apm-shop-").FullName;

    public void Write(string path, string text)
    {
        path = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Replace("$(Packed)", _feed.Version, StringComparison.Ordinal));
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>A project with the generator, and what else is said.</summary>
    public void WriteProject(
        string path,
        string items = "",
        string properties = "",
        string framework = "net10.0",
        string sdk = "Microsoft.NET.Sdk") => Write(path, $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Apm.Generators" Version="$(Packed)" />
            {items}
          </ItemGroup>
        </Project>
        """);

    public Task<Answer> DotNetAsync(params string[] arguments) => DotNet.RunAsync(Folder, arguments);

    public Task<Answer> BuildAsync(params string[] arguments) => DotNetAsync(["build", "-nologo", "-tl:off", .. arguments]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
