using System.Runtime.CompilerServices;

namespace Apm.Specs.Tests;

/// <summary>The files of this repository that tests hold against the reader.</summary>
internal static class RepositoryFiles
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    /// <summary>The paths of the files in a folder and those below it, in their order.</summary>
    public static IEnumerable<string> Below(string folder, string pattern) =>
        Directory
            .GetFiles(Path.Combine(Root(), folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root(), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
