using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>What is asked of symbols in more than one place.</summary>
internal static class Symbols
{
    /// <summary>The type of the value that a <c>T?</c> may have; any other type as it is.</summary>
    public static ITypeSymbol? WithoutNullable(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <returns>Null if the enum has no member of the number.</returns>
    public static IFieldSymbol? EnumMember(this ITypeSymbol type, long number) =>
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field =>
                field is { HasConstantValue: true, ConstantValue: { } constant } && Convert.ToInt64(constant, CultureInfo.InvariantCulture) == number);
}
