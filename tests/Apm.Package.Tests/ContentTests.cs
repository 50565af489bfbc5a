using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Apm.Package.Tests;

public class ContentTests(Feed feed)
{
    // What the compiler of the .NET SDK 8.0.100 has, and no more.
    private static readonly Dictionary<string, Version> s_provided = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
    };

    [Fact]
    public void Analyzers_ask_for_nothing_that_the_oldest_compiler_lacks()
    {
        using var package = ZipFile.OpenRead(feed.Package("Apm.Generators"));
        var assemblies = package
            .Entries.Where(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal))
            .Select(Identity)
            .ToDictionary(each => each.Name, each => each.References);

        // YamlDotNet is not among them: what is loaded once for each identity, another analyzer may bring in another version.
        Assert.Equal(["Apm.Analyzers", "Apm.CodeFixes", "Apm.Generators", "Apm.Specs", "Apm.YamlDotNet"], assemblies.Keys.Order(StringComparer.Ordinal));
        Assert.All(assemblies.Values.SelectMany(references => references), reference =>
            Assert.True(
                assemblies.ContainsKey(reference.Name) || (s_provided.TryGetValue(reference.Name, out var version) && reference.Version <= version),
                $"{reference.Name} {reference.Version}"));
    }

    [Fact]
    public void Each_package_has_what_people_look_for()
    {
        foreach (var id in Feed.Projects.Except(["Apm.Templates"]))
        {
            using var package = ZipFile.OpenRead(feed.Package(id));
            var files = package.Entries.Select(entry => entry.FullName).ToList();

            Assert.Empty(new[] { "README.md", "LICENSE", "icon.png" }.Except(files));
            Assert.True(id is "Apm.Generators" or "Apm.Tool" || files.Any(file => file.EndsWith($"/{id}.xml", StringComparison.Ordinal)), id);
        }
    }

    /// <summary>One package serves all platforms.</summary>
    [Fact]
    public void The_tool_contains_one_program_and_nothing_of_a_platform()
    {
        using var package = ZipFile.OpenRead(feed.Package("Apm.Tool"));
        var files = package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("tools/", StringComparison.Ordinal)).ToList();

        Assert.All(files, file => Assert.StartsWith("tools/net10.0/any/", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.Contains(Path.GetExtension(file), new[] { ".dll", ".pdb", ".json", ".xml" }));
        Assert.Single(files, file => file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shipped_spec_and_schema_is_packed()
    {
        using var package = ZipFile.OpenRead(feed.Package("Apm.Generators"));
        var specs = Path.Combine(Repository.Folder, "specs");

        Assert.Equal(
            Directory
                .GetFiles(specs, "*.*", SearchOption.AllDirectories)
                .Select(file => "specs/" + Path.GetRelativePath(specs, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
            package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("specs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>Help links lead to the packed pages.</summary>
    [Fact]
    public void Every_page_that_a_packed_page_links_to_is_packed()
    {
        using var package = ZipFile.OpenRead(feed.Package("Apm.Generators"));
        var files = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
        var pages = files.Where(file => file.StartsWith("docs/", StringComparison.Ordinal)).ToList();
        var links =
            from page in pages
            from link in Regex.Matches(Text(package, page), @"\]\((?!https?:|#)([^)#]+)").Select(match => match.Groups[1].Value)
            select new Uri(new Uri("file:///" + page), link).AbsolutePath[1..];

        Assert.Contains("docs/rules/APM1001.md", pages);
        Assert.NotEmpty(links);
        Assert.Empty(links.Except(files));
    }

    [Theory]
    [InlineData("Apm.Generators")]
    [InlineData("Apm.Runtime")]
    public async Task The_same_files_make_the_same_package(string id)
    {
        var folder = Directory.CreateTempSubdirectory("apm-again-");
        try
        {
            await feed.PackAsync(id, folder.FullName);

            Assert.Equal(File.ReadAllBytes(feed.Package(id)), File.ReadAllBytes(Path.Combine(folder.FullName, Path.GetFileName(feed.Package(id)))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(ZipArchive package, string file)
    {
        using var reader = new StreamReader(package.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    private static (string Name, (string Name, Version Version)[] References) Identity(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        content.Position = 0;
        using var file = new PEReader(content);
        var metadata = file.GetMetadataReader();
        var references = metadata
            .AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle))
            .Select(reference => (metadata.GetString(reference.Name), reference.Version));
        return (metadata.GetString(metadata.GetAssemblyDefinition().Name), [.. references]);
    }
}
