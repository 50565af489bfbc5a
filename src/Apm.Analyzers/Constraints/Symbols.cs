using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Properties of symbols that are needed in several places.</summary>
internal static class Symbols
{
    /// <summary>Whether a local or parameter is a text.</summary>
    public static bool IsText(this ISymbol symbol) =>
        symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_String } or IParameterSymbol { Type.SpecialType: SpecialType.System_String };

    /// <summary>The <c>T</c> of a <c>T?</c>; any other type unchanged.</summary>
    public static ITypeSymbol? WithoutNullable(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <returns>Null if the enum has no member with the number.</returns>
    public static IFieldSymbol? EnumMember(this ITypeSymbol type, long number) =>
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field =>
                field is { HasConstantValue: true, ConstantValue: { } constant } && Convert.ToInt64(constant, CultureInfo.InvariantCulture) == number);
}
