using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The object whose member is interpreted.</summary>
/// <param name="Entity">The key for facts about it; null if it has no name, or if it is the object of the analyzed body.</param>
/// <param name="Value">Known if it was followed from its creation.</param>
/// <param name="IsExact">Whether the object cannot have a type that derives from the type.</param>
internal sealed record Receiver(object? Entity, Value Value, ITypeSymbol? Type, bool IsExact)
{
    /// <summary>Whether no other code has a reference to the object.</summary>
    public bool IsOwn { get; init; }

    /// <returns>Null if the body of the member that runs is not known.</returns>
    public T? Implementation<T>(T member)
        where T : class, ISymbol
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            return Type?.FindImplementationForInterfaceMember(member) as T;
        }

        for (var type = Type; type is not null; type = type.BaseType)
        {
            foreach (var declared in type.GetMembers(member.Name))
            {
                for (var overridden = declared; overridden is not null; overridden = Overridden(overridden))
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                    {
                        return declared as T;
                    }
                }
            }
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };
}
