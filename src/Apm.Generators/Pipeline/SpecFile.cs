using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Apm.Generators;

/// <summary>A YAML file among the AdditionalFiles.</summary>
/// <param name="Text">Compared by reference, because the host replaces it when its text changes.</param>
/// <param name="Entry">The metadata of the build for a packed file, whose text is not read until another file names it.</param>
/// <param name="Namespace">The namespace of the generated code, from the project.</param>
internal sealed record SpecFile(AdditionalText Text, SpecEntry Entry, string Namespace)
{
    /// <summary>The namespace in C#; null if it is not valid.</summary>
    public string? CSharpNamespace { get; } = NamespaceName.Of(Namespace);

    public static SpecFile? Create(AdditionalText text, AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        var options = provider.GetOptions(text);
        if (BuildItem.Of(text.Path, key => options.TryGetValue(key, out var value) ? value : null) is not { } item)
        {
            return null;
        }

        var ns = item.Namespace.Length > 0 ? item.Namespace : DefaultNamespace(provider.GlobalOptions);
        return new SpecFile(text, item.Entry(() => Parse(text, cancellationToken)), ns);
    }

    public ParsedSpec Parse(CancellationToken cancellationToken) => Parse(Text, cancellationToken);

    // The key is the text, not the file: a host may keep the file and return another text.
    private static ParsedSpec Parse(AdditionalText text, CancellationToken cancellationToken) =>
        SpecParser.ParseOnce(text.GetText(cancellationToken), text.Path, cancellationToken);

    private static string DefaultNamespace(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.ApmDefaultNamespace", out var ns) && ns.Length > 0 ? ns : "Apms";
}
