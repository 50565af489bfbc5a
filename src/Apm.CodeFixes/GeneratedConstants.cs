using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Apm.CodeFixes;

/// <summary>The generated classes with a method's currencies and countries as constants.</summary>
internal sealed class GeneratedConstants
{
    private static readonly ConditionalWeakTable<Compilation, GeneratedConstants> s_all = new();

    private readonly Dictionary<string, INamedTypeSymbol> _bySpec = new(StringComparer.Ordinal);

    private GeneratedConstants(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName("Apm.ApmMethodAttribute") is not { } attribute)
        {
            return;
        }

        Add(compilation.Assembly.GlobalNamespace, attribute);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == attribute.ContainingAssembly.Name)))
            {
                Add(assembly.GlobalNamespace, attribute);
            }
        }
    }

    /// <summary>The generated constant for a text.</summary>
    /// <returns>Null if there is none.</returns>
    public static string? Constant(SemanticModel model, int position, string? spec, string text)
    {
        var facts = s_all.GetValue(model.Compilation, compilation => new GeneratedConstants(compilation));
        if (spec is null || !facts._bySpec.TryGetValue(spec, out var type))
        {
            return null;
        }

        foreach (var list in type.GetTypeMembers())
        {
            if (list.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && text.Equals(field.ConstantValue)) is { } constant)
            {
                return list.ToMinimalDisplayString(model, position) + "." + constant.Name;
            }
        }

        return null;
    }

    private void Add(INamespaceSymbol container, INamedTypeSymbol attribute)
    {
        foreach (var type in container.GetTypeMembers())
        {
            if (type is { IsStatic: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal })
            {
                foreach (var data in type.GetAttributes())
                {
                    if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute) && data.ConstructorArguments is [_, { Value: string spec }])
                    {
                        _bySpec[spec] = type;
                    }
                }
            }
        }

        foreach (var inner in container.GetNamespaceMembers())
        {
            Add(inner, attribute);
        }
    }
}
