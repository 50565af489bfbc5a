using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

// docs/decisions/packages-and-tests.md
/// <summary>
/// Writes what a package is made of, as CycloneDX 1.6: the third-party code inside it and the packages that it brings. It reads
/// what was restored and nothing else, so it needs no network, and the same restore makes the same bytes.
/// </summary>
public sealed class WriteSbom : Task
{
    [Required]
    public string PackageId { get; set; }

    [Required]
    public string PackageVersion { get; set; }

    [Required]
    public string License { get; set; }

    /// <summary>The file that a restore writes.</summary>
    [Required]
    public string AssetsFile { get; set; }

    /// <summary>The package of ours through which those of the assets come, where it is another one than this.</summary>
    public string Through { get; set; }

    /// <summary>Packages whose assemblies are inside this one, with their Version and, as File, what the assembly is called here.</summary>
    public ITaskItem[] Contained { get; set; } = new ITaskItem[0];

    /// <summary>Every package whose version is managed centrally.</summary>
    public ITaskItem[] Versions { get; set; } = new ITaskItem[0];

    [Required]
    public string Output { get; set; }

    private readonly SortedDictionary<string, XElement> _components = new SortedDictionary<string, XElement>(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _dependencies = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
    private List<string> _folders;

    public override bool Execute()
    {
        var assets = Read(AssetsFile);
        _folders = Members(assets, "packageFolders").Select(Name).ToList();
        var root = Purl(PackageId, PackageVersion);
        var parent = root;
        Depend(root, null);
        if (!string.IsNullOrEmpty(Through))
        {
            parent = AddOurs(Through);
            Depend(root, parent);
        }

        foreach (var framework in Members(Member(assets, "project"), "frameworks"))
        {
            AddDependencies(assets, Name(framework), parent);
        }

        foreach (var contained in Contained)
        {
            var version = Versions.Single(item => item.ItemSpec == contained.ItemSpec).GetMetadata("Version");
            var note = "Inside this package as " + contained.GetMetadata("File") + ": " + contained.GetMetadata("Change");
            Depend(root, Add(contained.ItemSpec, version, Object("pedigree", Text("notes", note))));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Output)));
        File.WriteAllText(Output, Bom(root, Serial(Bom(root, null))));
        return !Log.HasLoggedErrors;
    }

    private void AddDependencies(XElement assets, string framework, string parent)
    {
        var target = Member(Member(assets, "targets"), framework);
        var packages = target.Elements().ToDictionary(each => Name(each).Split('/')[0], StringComparer.OrdinalIgnoreCase);
        var project = Member(assets, "project");
        var direct = Members(Member(Member(project, "frameworks"), framework), "dependencies")
            .Where(each => Value(each, "suppressParent") != "All" && Value(each, "autoReferenced") != "true").Select(Name);
        var projects = Members(Member(Member(Member(project, "restore"), "frameworks"), framework), "projectReferences")
            .Where(each => Value(each, "privateAssets") == null).Select(each => Path.GetFileNameWithoutExtension(Name(each)));

        // Packages of packages whose version is pinned: NuGet packs them as direct ones.
        var pinned = Members(assets, "centralTransitiveDependencyGroups").Where(each => Name(each) == framework).Elements().Select(Name);
        foreach (var id in direct.Concat(projects).Concat(pinned))
        {
            Walk(packages, id, parent);
        }
    }

    private void Walk(Dictionary<string, XElement> packages, string id, string parent)
    {
        // What the framework has already, a restore leaves out.
        XElement package;
        if (!packages.TryGetValue(id, out package))
        {
            return;
        }

        var name = Name(package).Split('/');
        var purl = Value(package, "type") == "project" ? AddOurs(name[0]) : Add(name[0], name[1]);
        if (Depend(parent, purl))
        {
            foreach (var dependency in Members(package, "dependencies"))
            {
                Walk(packages, Name(dependency), purl);
            }
        }
    }

    private string AddOurs(string id)
    {
        var purl = Purl(id, PackageVersion);
        _components[purl] = Component(id, PackageVersion, LicenseOf(License));
        Depend(purl, null);
        return purl;
    }

    private string Add(string id, string version, params XElement[] more)
    {
        var purl = Purl(id, version);
        _components[purl] = Component(id, version, LicenseOf(Nuspec(id, version)), more);
        Depend(purl, null);
        return purl;
    }

    // Whether it was not known yet.
    private bool Depend(string parent, string child)
    {
        SortedSet<string> children;
        if (!_dependencies.TryGetValue(parent, out children))
        {
            _dependencies.Add(parent, children = new SortedSet<string>(StringComparer.Ordinal));
        }

        return child != null && children.Add(child);
    }

    private XElement Nuspec(string id, string version)
    {
        var (name, folder) = (id.ToLowerInvariant(), version.ToLowerInvariant());
        var path = _folders.Select(packages => Path.Combine(packages, name, folder, name + ".nuspec")).FirstOrDefault(File.Exists);
        if (path == null)
        {
            throw new FileNotFoundException("The package " + id + " " + version + " is not restored.");
        }

        return XDocument.Load(path).Root;
    }

    private static XElement LicenseOf(XElement nuspec)
    {
        var license = nuspec.Descendants().FirstOrDefault(each => each.Name.LocalName == "license");
        var url = nuspec.Descendants().FirstOrDefault(each => each.Name.LocalName == "licenseUrl");
        return license != null && (string)license.Attribute("type") == "expression" ? LicenseOf(license.Value)
            : Object("item", Object("license", Text("name", license == null && url != null ? url.Value : "a file in the package")));
    }

    private static XElement LicenseOf(string expression) => expression.Contains(" ")
        ? Object("item", Text("expression", expression))
        : Object("item", Object("license", Text("id", expression)));

    private static XElement Component(string id, string version, XElement license, params XElement[] more) => Object(
        "item",
        Text("type", "library"),
        Text("bom-ref", Purl(id, version)),
        Text("name", id),
        Text("version", version),
        Array("licenses", license),
        Text("purl", Purl(id, version)),
        more);

    private string Bom(string root, string serial)
    {
        var component = Component(PackageId, PackageVersion, LicenseOf(License));
        component.Name = "component";
        var bom = Object(
            "root",
            Text("bomFormat", "CycloneDX"),
            Text("specVersion", "1.6"),
            serial == null ? null : Text("serialNumber", serial),
            new XElement("version", new XAttribute("type", "number"), 1),
            Object("metadata", component),
            Array("components", _components.Values.ToArray()),
            Array("dependencies", _dependencies.Select(each => Object(
                "item",
                Text("ref", each.Key),
                Array("dependsOn", each.Value.Select(child => Text("item", child)).ToArray()))).ToArray()));
        using (var stream = new MemoryStream())
        {
            using (var writer = JsonReaderWriterFactory.CreateJsonWriter(stream, new UTF8Encoding(false), false, true, "  "))
            {
                bom.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(stream.ToArray()).Replace("\r\n", "\n").Replace("\\/", "/") + "\n";
        }
    }

    // A document that says the same has the same number.
    private static string Serial(string text)
    {
        using (var hash = SHA256.Create())
        {
            var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(16).ToArray();
            // Version 8 of RFC 9562: made of whatever its maker likes.
            bytes[7] = (byte)((bytes[7] & 0x0f) | 0x80);
            bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
            return "urn:uuid:" + new Guid(bytes);
        }
    }

    private static string Purl(string id, string version) => "pkg:nuget/" + id + "@" + version;

    private static XElement Object(string name, params object[] content) => new XElement(name, new XAttribute("type", "object"), content);

    private static XElement Array(string name, params XElement[] items) => new XElement(name, new XAttribute("type", "array"), items);

    private static XElement Text(string name, string value) => new XElement(name, new XAttribute("type", "string"), value);

    private static XElement Read(string path)
    {
        using (var reader = JsonReaderWriterFactory.CreateJsonReader(File.ReadAllBytes(path), XmlDictionaryReaderQuotas.Max))
        {
            return XElement.Load(reader);
        }
    }

    // A name that XML cannot have stands in an attribute.
    private static string Name(XElement member) => (string)member.Attribute("item") ?? member.Name.LocalName;

    private static XElement Member(XElement value, string name) => value.Elements().Single(each => Name(each) == name);

    private static IEnumerable<XElement> Members(XElement value, string name) => value.Elements().Where(each => Name(each) == name).Elements();

    private static string Value(XElement value, string name) => value.Elements().Where(each => Name(each) == name).Select(each => each.Value).FirstOrDefault();
}
