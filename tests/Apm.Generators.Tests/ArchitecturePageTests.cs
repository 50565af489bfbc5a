using System.Text.RegularExpressions;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>docs/architecture.md describes the folders and classes that exist.</summary>
public class ArchitecturePageTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(GeneratorHost.SpecsFolder, ".."));
    private static readonly string s_page = File.ReadAllText(Path.Combine(s_root, "docs", "architecture.md"));

    [Fact]
    public void It_lists_every_folder_once()
    {
        var folders = Sources("src").Select(path => Path.GetDirectoryName(path)!.Replace('\\', '/')).Distinct().Order(StringComparer.Ordinal);
        var section = s_page[s_page.IndexOf("## Folders", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 1, StringComparison.Ordinal)];
        var listed = Regex.Matches(section, @"^\| `([^`]+)` \|", RegexOptions.Multiline).Select(row => "src/" + row.Groups[1].Value);

        Assert.Equal(folders, listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_names_what_exists()
    {
        var known = Sources("src").Concat(Sources("tests"))
            .SelectMany(path => Regex.Matches(File.ReadAllText(Path.Combine(s_root, path)), @"\b[A-Z]\w+"))
            .Select(name => name.Value)
            .ToHashSet(StringComparer.Ordinal);
        var named = Regex.Matches(s_page, "`([A-Z][a-z]+[A-Z][A-Za-z]+)[.`]").Select(name => name.Groups[1].Value).Distinct();

        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void Each_project_has_one_namespace() => Assert.All(Sources("src").Where(path => path.StartsWith("src/Apm.", StringComparison.Ordinal)), path =>
    {
        var project = path.Split('/')[1];
        var space = Regex.Match(File.ReadAllText(Path.Combine(s_root, path)), @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value;

        string[] expected = project is "Apm.Specs" or "Apm.Generators" or "Apm.Analyzers" or "Apm.CodeFixes" or "Apm.Sandbox" or "Apm.Testing" or "Apm.Tool"
            ? [project]
            : ["Apm", ""];
        Assert.Contains(space, expected);
    });

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(s_root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "obj" or "bin"));
}
