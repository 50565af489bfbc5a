using Xunit;

namespace Apm.RequiredPrograms;

/// <summary>
/// A program that a test needs and the SDK does not have. Where it is missing the test is skipped, and <c>dotnet test</c>
/// prints "not run: needs …". Nothing is installed.
/// </summary>
/// <param name="description">What the test needs, in words that follow "needs".</param>
/// <param name="names">Names of programs of which one is enough. The first one that is found is taken.</param>
public sealed class RequiredProgram(string description, params string[] names)
{
    /// <summary>Links what the ahead-of-time compiler makes.</summary>
    public static RequiredProgram Linker { get; } = new("a linker (clang or gcc)", "clang", "gcc");

    public static RequiredProgram Curl { get; } = new("curl", "curl");

    public static RequiredProgram Shell { get; } = new("a shell (sh)", "sh");

    public static RequiredProgram Redis { get; } = new("redis-server", "redis-server");

    /// <summary>The server's own program. Its <c>initdb</c> stands beside it.</summary>
    public static RequiredProgram PostgreSql { get; } = new("PostgreSQL", "postgres");

    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // Debian does not put the server's programs into PATH.
    private const string DebianPostgreSql = "/usr/lib/postgresql";

    /// <summary>The path of the program. The calling test is skipped where there is none.</summary>
    public string FindOrSkip()
    {
        var path = Find(SearchedFolders());
        Assert.SkipWhen(path is null, $"not run: needs {description}");
        return path!;
    }

    /// <summary>The path of the program in the first of the folders that has one of its names, or null.</summary>
    public string? Find(IEnumerable<string> folders)
    {
        var all = folders.ToList();
        return names.SelectMany(name => all.SelectMany(folder => FileNames(name).Select(file => Path.Combine(folder, file))))
            .FirstOrDefault(IsExecutable);
    }

    private static IEnumerable<string> SearchedFolders()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Directory.Exists(DebianPostgreSql)
            ? path.Concat(Directory.GetDirectories(DebianPostgreSql).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")))
            : path;
    }

    private static string[] FileNames(string name) => OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];

    private static bool IsExecutable(string path) => File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != 0);
}
