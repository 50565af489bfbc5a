using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Apm.Generators.Pipeline;

/// <summary>A YAML file among the AdditionalFiles.</summary>
/// <param name="Text">Compared by reference: the host replaces it when its text changes.</param>
/// <param name="LibraryId">Of a packed API or method that is there to be named and not parsed before: its id. Else null.</param>
/// <param name="Namespace">Of the code that is made from it, as the project says it.</param>
internal sealed record SpecFile(AdditionalText Text, string? LibraryId, string Namespace)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";
    private const string MethodKind = ".apm";

    /// <summary>As C# writes it; null where C# has no such namespace.</summary>
    public string? CSharpNamespace { get; } = Naming.CSharpNamespace.Of(Namespace);

    public static bool IsSpec(AdditionalText text) =>
        text.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || text.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public static SpecFile? Create(AdditionalText text, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(text);
        options.TryGetValue(Metadata + "ApmRole", out var role);
        if (role is not ("spec" or "library"))
        {
            return null;
        }

        options.TryGetValue(Metadata + "ApmId", out var id);
        options.TryGetValue(Metadata + "Namespace", out var ownNamespace);
        return new SpecFile(text, role == "library" && id is not null ? WithoutKind(id.Replace('\\', '/').TrimEnd('/')) : null, string.IsNullOrEmpty(ownNamespace) ? DefaultNamespace(provider.GlobalOptions) : ownNamespace!);
    }

    /// <summary>A packed method, which a method of the project may extend.</summary>
    public bool IsPackedMethod => LibraryId is not null && Text.Path.EndsWith(MethodKind + ".yaml", StringComparison.OrdinalIgnoreCase);

    public ParsedSpec Parse(CancellationToken cancellationToken)
    {
        // The key is the text, not the file: a host may keep the file and replace what it returns.
        var text = Text.GetText(cancellationToken);
        return text is null
            ? SpecParser.Parse(Text.Path, "", cancellationToken)
            : SpecParser.Parse(text, Text.Path, text.ToString, cancellationToken);
    }

    // The build knows the name of a file without its last extension only.
    private static string WithoutKind(string id) => id.EndsWith(MethodKind, StringComparison.OrdinalIgnoreCase) ? id.Substring(0, id.Length - MethodKind.Length) : id;

    private static string DefaultNamespace(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.ApmDefaultNamespace", out var ns) && ns.Length > 0 ? ns : "Apms";
}
