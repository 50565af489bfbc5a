using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>The values of an enum: those of its members. A number that is no member is not considered.</summary>
internal static class EnumMembers
{
    private const int MaxMembers = 64;

    /// <returns>Null if the type is not an enum, or if its values are sets of flags.</returns>
    public static ImmutableHashSet<object?>? Of(ITypeSymbol? type)
    {
        if (type.WithoutNullable() is not INamedTypeSymbol { TypeKind: TypeKind.Enum } declared
            || declared.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute)))
        {
            return null;
        }

        var values = new HashSet<object?>();
        foreach (var member in declared.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: var constant })
            {
                if (values.Count == MaxMembers || ConstantValue.Of(constant, s_none) is not { Constant: var value })
                {
                    return null;
                }

                values.Add(value);
            }
        }

        if (type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            values.Add(null);
        }

        return values.Count == 0 ? null : values.ToImmutableHashSet();
    }

    private static readonly SyntaxNode s_none = Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("none");
}
