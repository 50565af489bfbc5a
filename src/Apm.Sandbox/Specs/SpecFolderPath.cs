namespace Apm.Sandbox;

/// <summary>Finds the folder of specs. Test runners start tests in the folder of the compiled tests, and the specs are in the project.</summary>
internal static class SpecFolderPath
{
    /// <param name="folder">A full path, or a path from the current folder, from the folder of the program or from a folder above it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string Find(string folder)
    {
        if (Directory.Exists(folder))
        {
            return folder;
        }

        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null && !Path.IsPathRooted(folder); above = above.Parent)
        {
            if (Directory.Exists(Path.Combine(above.FullName, folder)))
            {
                return Path.Combine(above.FullName, folder);
            }
        }

        throw new DirectoryNotFoundException(
            $"The folder of specs '{folder}' does not exist"
                + (Path.IsPathRooted(folder) ? "." : $": it is neither in '{Environment.CurrentDirectory}' nor in or above '{AppContext.BaseDirectory}'."));
    }
}
