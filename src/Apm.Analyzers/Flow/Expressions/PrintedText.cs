using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Values as text, as far as each culture prints them in the same way.</summary>
internal static class PrintedText
{
    /// <param name="type">The type of the value in the code.</param>
    /// <param name="format">Null for none.</param>
    /// <param name="isInvariant">Whether the code prints with the invariant culture.</param>
    public static Value Of(Value value, ITypeSymbol? type, string? format = null, bool isInvariant = false) => value switch
    {
        ConstantValue { Constant: null or string or char } or PartialText => value,
        ConstantValue { Constant: { } constant } known when Text(constant, type.WithoutNullable(), format ?? "", isInvariant) is { } text =>
            known with { Constant = text },
        _ => Value.Unknown,
    };

    private static string? Text(object constant, ITypeSymbol? type, string format, bool isInvariant) => (constant, type) switch
    {
        (bool truth, _) => truth ? bool.TrueString : bool.FalseString,
        (long number, { TypeKind: TypeKind.Enum }) when format is "" or "G" or "g" => Name(type, number),
        (long and >= 0 and var number, { TypeKind: TypeKind.Enum }) when format is "D" or "d" => number.ToString(CultureInfo.InvariantCulture),
        (long number, { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 })
            when (number >= 0 || isInvariant) && (IsDigits(format, 'D') || format is "G" or "g" || format.All(c => c == '0')) =>
            number.ToString(format, CultureInfo.InvariantCulture),
        // Equal decimals may have different numbers of decimals, so only formats that state the number are known.
        (decimal and > 0 and var number, _) when format is "F0" or "f0" or "0" || (isInvariant && IsFixed(format)) =>
            number.ToString(format, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsDigits(string format, char letter) =>
        format.Length is > 0 and <= 3 && char.ToUpperInvariant(format[0]) == letter && format.Skip(1).All(c => c is >= '0' and <= '9');

    private static bool IsFixed(string format) =>
        (format.Length > 1 && IsDigits(format, 'F')) || (format.StartsWith("0.0", StringComparison.Ordinal) && format.Skip(2).All(c => c == '0'));

    // If two members have the number, either name may be printed.
    private static string? Name(ITypeSymbol type, long number)
    {
        string? name = null;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: var constant } field && Numbers.Whole(constant) == number)
            {
                if (name is not null)
                {
                    return null;
                }

                name = field.Name;
            }
        }

        return name;
    }
}
