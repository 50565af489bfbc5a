using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Where the specs come from.</summary>
internal static class SandboxSpecs
{
    private const string Packed = "specs/";

    public static SpecSet Load(SandboxOptions options) =>
        SpecLibrary.Load(options.Specs ?? (options.SpecFolder is { } folder ? FromFolder(folder) : FromAssembly()));

    private static List<(string File, string Text)> FromFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".api.yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".apm.yaml", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(file))),
    ];

    private static List<(string File, string Text)> FromAssembly()
    {
        var assembly = typeof(SandboxSpecs).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Packed, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name.Replace('\\', '/'), Read(name))),
        ];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
