namespace Apm.Specs;

/// <summary>The metadata of a YAML file among the compiler's AdditionalFiles.</summary>
/// <param name="File">The path as the host gave it.</param>
/// <param name="PackedId">The id of a packed API or method, whose text is read only if another file names it; null for the project's own file.</param>
/// <param name="Namespace">Of the code that is made from it; empty where the project declares none.</param>
public sealed record BuildItem(string File, string? PackedId, string Namespace)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";
    private const string MethodKind = ".apm";

    public static bool IsYaml(string file) =>
        file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <param name="file">The path as the host gave it.</param>
    /// <param name="option">Gets the build property for a key; null if the build does not set it.</param>
    /// <returns>Null if the file is not a spec, such as a file of exchanges that a pattern of the project includes.</returns>
    public static BuildItem? Of(string file, Func<string, string?> option)
    {
        var role = IsYaml(file) && !ExchangeReader.IsExchangeFile(file) ? option(Metadata + "ApmRole") : null;
        var packedId = role == "library" ? option(Metadata + "ApmId") : null;
        return role is "spec" or "library" ? new BuildItem(file, packedId is null ? null : Id(packedId), option(Metadata + "Namespace") ?? "") : null;
    }

    /// <param name="parse">Called only for the project's own file.</param>
    public SpecEntry Entry(Func<ParsedSpec> parse) => PackedId is { } id ? SpecEntry.OfPacked(File, id) : SpecEntry.Of(parse());

    // Of an API the build gives the folder, of a method the file without its last extension.
    private static string Id(string path)
    {
        var id = path.Replace('\\', '/').TrimEnd('/');
        return id.EndsWith(MethodKind, StringComparison.OrdinalIgnoreCase) ? id.Substring(0, id.Length - MethodKind.Length) : id;
    }
}
