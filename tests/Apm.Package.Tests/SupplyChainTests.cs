using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace Apm.Package.Tests;

/// <summary>Each package says what of others is in it, and what it brings.</summary>
public class SupplyChainTests(Feed feed)
{
    private const string Notices = "THIRD-PARTY-NOTICES.txt";
    private const string Sbom = "sbom.cdx.json";

    public static TheoryData<string> Packages => [.. Feed.Projects];

    [Fact]
    public void These_are_all_packages()
    {
        var packable = Directory.GetFiles(Path.Combine(Repository.Folder, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => XDocument.Load(project).Descendants("IsPackable").Any(each => each.Value == "true"));

        Assert.Equal(packable.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), Feed.Projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void An_assembly_of_others_comes_with_its_notice(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        var foreign = ForeignAssemblies(package);

        var notices = package.GetEntry(Notices);
        Assert.Equal(foreign.Count > 0, notices is not null);
        Assert.All(foreign, assembly => Assert.Matches($@"\bin {assembly}\b[\s\S]+\bCopyright\b[\s\S]+\bTHE SOFTWARE IS PROVIDED\b", Text(notices!)));
    }

    [Fact]
    public void The_reader_of_YAML_is_found_in_the_packages_that_have_it()
    {
        var having = Feed.Projects.Where(id =>
        {
            using var package = ZipFile.OpenRead(feed.Package(id));
            return ForeignAssemblies(package).Contains("Apm.YamlDotNet.dll");
        });

        Assert.Equal(["Apm.Generators", "Apm.Sandbox", "Apm.Testing", "Apm.Tool"], having);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_bill_of_materials_names_what_is_inside_and_what_the_package_brings(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        using var bill = JsonDocument.Parse(Text(package.GetEntry(Sbom)!));
        var root = bill.RootElement;
        var self = $"pkg:nuget/{id}@{feed.Version}";
        var components = root.GetProperty("components").EnumerateArray().ToDictionary(component => component.GetProperty("purl").GetString()!);
        var dependencies = root.GetProperty("dependencies").EnumerateArray().ToDictionary(
            dependency => dependency.GetProperty("ref").GetString()!,
            dependency => dependency.GetProperty("dependsOn").EnumerateArray().Select(each => each.GetString()!).ToList());

        Assert.Equal("CycloneDX", root.GetProperty("bomFormat").GetString());
        Assert.Equal(self, root.GetProperty("metadata").GetProperty("component").GetProperty("purl").GetString());
        Assert.Equal([.. components.Keys.Append(self).Order(StringComparer.Ordinal)], dependencies.Keys.Order(StringComparer.Ordinal));
        Assert.All(dependencies.Values.SelectMany(children => children), child => Assert.Contains(child, components.Keys));
        Assert.All(components.Values, component => Assert.NotEqual(0, component.GetProperty("licenses").GetArrayLength()));
        Assert.All(Brought(package), brought => Assert.Contains(dependencies[self], child => child == $"pkg:nuget/{brought.Id}@{brought.Version}"));
        Assert.All(ForeignAssemblies(package), assembly =>
            Assert.Contains(components.Values, component => Notes(component).Contains(assembly, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_bill_of_materials_says_nothing_of_the_machine_and_the_time(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        var text = Text(package.GetEntry(Sbom)!);

        Assert.DoesNotContain("timestamp", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Folder, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    private static string Notes(JsonElement component) =>
        component.TryGetProperty("pedigree", out var pedigree) ? pedigree.GetProperty("notes").GetString()! : "";

    private static IEnumerable<(string Id, string Version)> Brought(ZipArchive package)
    {
        var nuspec = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        return XDocument.Parse(Text(nuspec)).Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value));
    }

    // Every project here says which product it belongs to.
    private static IReadOnlyList<string> ForeignAssemblies(ZipArchive package)
    {
        var folder = Directory.CreateTempSubdirectory("apm-assemblies-");
        try
        {
            return
            [
                .. package.Entries.Where(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal)).Where(entry =>
                {
                    var path = Path.Combine(folder.FullName, entry.Name);
                    entry.ExtractToFile(path, overwrite: true);
                    return FileVersionInfo.GetVersionInfo(path).ProductName != "Apm.Generators";
                }).Select(entry => entry.Name).Distinct(),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
