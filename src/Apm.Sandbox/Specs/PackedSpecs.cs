using System.Collections.Concurrent;

namespace Apm.Sandbox;

/// <summary>The specs that come with the sandbox, and their recorded exchanges.</summary>
internal static class PackedSpecs
{
    private const string Prefix = "specs/";

    // Tests start a gateway each.
    private static readonly ConcurrentDictionary<string, string> s_texts = new(StringComparer.Ordinal);

    /// <summary>Paths such as <c>specs/my-gateway/2024-01-31/my_wallet.apm.yaml</c>, in ordinal order.</summary>
    public static IEnumerable<string> Files => typeof(PackedSpecs).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name.Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => s_texts.GetOrAdd(file, ReadResource);

    private static string ReadResource(string file)
    {
        var assembly = typeof(PackedSpecs).Assembly;
        var resource = assembly.GetManifestResourceNames().First(name => name.Replace('\\', '/') == file);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
