namespace Apm.Package.Tests;

internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Apm.Generators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from within the repository.");
        }

        return folder.FullName;
    }
}
