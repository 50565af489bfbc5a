using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The types of <c>Apm.Runtime</c> that the usage analyzers need, resolved once for a compilation.</summary>
internal sealed class KnownTypes
{
    private readonly INamedTypeSymbol _money;
    private readonly INamedTypeSymbol? _uri;

    private KnownTypes(Compilation compilation, INamedTypeSymbol money)
    {
        _money = money;
        _uri = compilation.GetTypeByMetadataName("System.Uri");
        Runtime = money.ContainingAssembly;
    }

    /// <summary>The assembly that declares the attributes.</summary>
    public IAssemblySymbol Runtime { get; }

    /// <returns>Null if the compilation does not reference <c>Apm.Runtime</c>.</returns>
    public static KnownTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Apm.ApmFieldAttribute") is { } field && field.ContainingAssembly.GetTypeByMetadataName("Apm.Money") is { } money
            ? new KnownTypes(compilation, money)
            : null;

    public bool IsMoney(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _money);

    public bool IsUri(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _uri);

    /// <summary>The attributes of the runtime on a symbol, by their name without <c>Apm</c> and <c>Attribute</c>.</summary>
    public IEnumerable<(string Name, AttributeData Attribute)> AttributesOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: var name } type
                && name.StartsWith("Apm", StringComparison.Ordinal)
                && name.EndsWith("Attribute", StringComparison.Ordinal)
                && name.Length > "ApmAttribute".Length
                && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Runtime))
            {
                yield return (name.Substring("Apm".Length, name.Length - "Apm".Length - "Attribute".Length), attribute);
            }
        }
    }
}
