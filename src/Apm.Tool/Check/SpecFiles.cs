using Apm.Specs;

namespace Apm.Tool;

/// <summary>Files of specs and of exchanges, found by their names.</summary>
internal static class SpecFiles
{
    // They contain copies, or files of others.
    private static readonly string[] s_skipped = ["bin", "obj", "node_modules"];

    public static bool IsKnown(string file) => SpecParser.IsSpecFile(file) || ExchangeReader.IsExchangeFile(file);

    /// <summary>The files of a folder and its subfolders, without the folders of builds and hidden ones.</summary>
    /// <exception cref="UsageException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Under(string folder, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var folders = Each(() => Directory.EnumerateDirectories(folder))
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && !s_skipped.Contains(name) && File.ResolveLinkTarget(path, false) is null);
        return [.. In(folder), .. folders.SelectMany(path => Under(path, stop))];
    }

    /// <summary>The files of a folder that may not exist.</summary>
    /// <exception cref="UsageException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> In(string folder) => Directory.Exists(folder)
        ? [.. Each(() => Directory.EnumerateFiles(folder)).Where(IsKnown).Order(StringComparer.Ordinal)]
        : [];

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be read: {problem.Message}");
        }
    }

    /// <summary>The path from the current folder, with slashes; the full path of a file elsewhere.</summary>
    public static string NameOf(string file, string current) =>
        IsUnder(file, current) ? Path.GetRelativePath(current, file).Replace('\\', '/') : file;

    public static bool IsUnder(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var relative && !relative.Split('/', '\\').Contains("..") && !Path.IsPathRooted(relative);

    private static List<string> Each(Func<IEnumerable<string>> enumerate)
    {
        try
        {
            return [.. enumerate()];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }
}
