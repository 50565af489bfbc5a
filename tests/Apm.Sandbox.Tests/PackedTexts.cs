namespace Apm.Sandbox.Tests;

internal static class PackedTexts
{
    /// <summary>The specs that come with the sandbox.</summary>
    public static IReadOnlyList<(string File, string Text)> All { get; } =
    [
        .. typeof(Gateway).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(name => (name, new StreamReader(typeof(Gateway).Assembly.GetManifestResourceStream(name)!).ReadToEnd())),
    ];
}
