using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Apm.Generators;

/// <summary>A YAML file among the AdditionalFiles.</summary>
/// <param name="Text">Compared by reference: the host replaces it when its text changes.</param>
/// <param name="Entry">Of a packed file, what the build says of it: its text is not read before something names it.</param>
/// <param name="Namespace">Of the code that is made from it, as the project says it.</param>
internal sealed record SpecFile(AdditionalText Text, SpecEntry Entry, string Namespace)
{
    /// <summary>As C# writes it; null if C# has no such namespace.</summary>
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

    // The key is the text, not the file: a host may keep the file and replace what it returns.
    private static ParsedSpec Parse(AdditionalText text, CancellationToken cancellationToken) =>
        SpecParser.ParseOnce(text.GetText(cancellationToken), text.Path, cancellationToken);

    private static string DefaultNamespace(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.ApmDefaultNamespace", out var ns) && ns.Length > 0 ? ns : "Apms";
}
