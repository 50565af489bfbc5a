using System.Text.Json;
using System.Xml.Linq;

namespace Apm.Package.Tests.Licences;

/// <summary>A package that a project of this repository builds with.</summary>
internal sealed record RestoredPackage(string Id, string Version, string Licence)
{
    /// <summary>
    /// What the projects of a folder ask for, and what that brings. What the SDK adds by itself is left out: it has another
    /// version in every SDK.
    /// </summary>
    public static IEnumerable<RestoredPackage> Of(string folder) =>
        Directory.GetDirectories(folder).SelectMany(project => Directory.GetFiles(project, "*.csproj"))
            .SelectMany(project => OfProject(Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json")))
            .Distinct();

    private static IEnumerable<RestoredPackage> OfProject(string file)
    {
        Assert.True(File.Exists(file), $"{file} is missing: this project has to be referenced by the tests of packages, so that it is restored.");
        using var assets = JsonDocument.Parse(File.ReadAllText(file));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(each => each.Name).ToList();
        var frameworks = assets.RootElement.GetProperty("project").GetProperty("frameworks");
        List<RestoredPackage> found = [];
        foreach (var target in assets.RootElement.GetProperty("targets").EnumerateObject())
        {
            var all = target.Value.EnumerateObject().ToDictionary(each => each.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase);
            var open = new Queue<string>(Direct(frameworks.GetProperty(target.Name)));
            for (var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase); open.TryDequeue(out var id);)
            {
                if (all.TryGetValue(id, out var package) && seen.Add(id))
                {
                    found.Add(Read(folders, package.Name));
                    Members(package.Value, "dependencies").ForEach(each => open.Enqueue(each.Name));
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Direct(JsonElement framework) =>
        Members(framework, "dependencies").Where(each => !each.Value.TryGetProperty("autoReferenced", out _)).Select(each => each.Name);

    private static List<JsonProperty> Members(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? [.. value.EnumerateObject()] : [];

    private static string Url(IEnumerable<XElement> elements) => elements.First(each => each.Name.LocalName == "licenseUrl").Value;

    private static RestoredPackage Read(IEnumerable<string> folders, string name)
    {
        var (id, version) = (name.Split('/')[0], name.Split('/')[1]);
        var nuspec = folders.Select(folder => Path.Combine(folder, name.ToLowerInvariant(), id.ToLowerInvariant() + ".nuspec")).First(File.Exists);
        var elements = XDocument.Load(nuspec).Descendants().ToList();
        var licence = elements.FirstOrDefault(each => each.Name.LocalName == "license");
        var isExpression = licence?.Attribute("type")?.Value == "expression";
        return new(id, version, isExpression ? licence!.Value : licence is null ? Url(elements) : $"its own, in {licence.Value}");
    }
}
