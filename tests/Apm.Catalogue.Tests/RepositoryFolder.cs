using System.Runtime.CompilerServices;

namespace Apm.Catalogue.Tests;

/// <summary>The folder of the solution, above the tests' own.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../.."));

    /// <summary>The folder of this file.</summary>
    public static string Tests => Here();

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
