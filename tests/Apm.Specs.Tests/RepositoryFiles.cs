using System.Runtime.CompilerServices;

namespace Apm.Specs.Tests;

/// <summary>The files of this repository that tests hold against the reader.</summary>
internal static class RepositoryFiles
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
