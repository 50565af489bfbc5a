namespace Apm.Fuzz;

/// <summary>The specs of this repository, as campaigns begin with them.</summary>
internal static class RepositoryFolder
{
    private static readonly string s_root = Find();

    /// <summary>Every spec, packed or for tests.</summary>
    public static IReadOnlyList<(string File, string Text)> Specs { get; } =
        [.. new[] { "specs", "tests/Bazaar", "tests/Apm.EndToEnd.Tests/Foreign" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(s_root, folder), "*.yaml", SearchOption.AllDirectories))
            .Select(file => (Path.GetRelativePath(s_root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(spec => spec.Item1, StringComparer.Ordinal)];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Apm.Generators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The campaigns run from within the repository.");
    }
}
