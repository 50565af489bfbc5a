using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Whole numbers, decimals and doubles. An overflow is unknown, because the project decides whether it throws or wraps.</summary>
internal static class Arithmetic
{
    public static Value Convert(ConstantValue value, ITypeSymbol type, SyntaxNode syntax)
    {
        if (value.Constant is double || type.SpecialType == SpecialType.System_Double)
        {
            return ConvertFloat(value, type, syntax);
        }

        if (Numbers.Of(value.Constant) is not { } number)
        {
            return Value.Unknown;
        }

        return type.SpecialType == SpecialType.System_Decimal || value.Constant is decimal
            ? Made(type.SpecialType == SpecialType.System_Decimal ? number : decimal.Truncate(number), type, value, syntax)
            : !Fits(number, type) ? Value.Unknown
            : value.Constant is char ? value with { Constant = (long)number }
            : value;
    }

    private static Value ConvertFloat(ConstantValue value, ITypeSymbol type, SyntaxNode syntax)
    {
        object? constant = (value.Constant, type.SpecialType) switch
        {
            (double number, SpecialType.System_Double) => number,
            (double and > -1e27 and < 1e27 and var number, SpecialType.System_Decimal) => (decimal)number,
            (double and > -9e18 and < 9e18 and var number, _) when Fits((decimal)Math.Truncate(number), type) => (long)number,
            (long number, SpecialType.System_Double) => (double)number,
            // Of a fraction, runtimes may differ in the last digit.
            (decimal and > -9e15m and < 9e15m and var number, SpecialType.System_Double) when decimal.Truncate(number) == number => (double)number,
            _ => null,
        };
        return constant is null ? Value.Unknown : new ConstantValue(constant, Texts.Made(syntax, [value]));
    }

    public static Value Negate(Value value, ITypeSymbol? type, SyntaxNode syntax) =>
        Numbers.Of(value) is { } number && type is not null ? Made(-number, type, value, syntax) : Value.Unknown;

    public static Value Combine(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol type, SyntaxNode syntax)
    {
        if (left is ConstantValue { Constant: double one } && right is ConstantValue { Constant: double two })
        {
            return Combine(kind, one, two) is { } sum && !double.IsNaN(sum) && !double.IsInfinity(sum)
                ? new ConstantValue(sum, Texts.Made(syntax, [left]))
                : Value.Unknown;
        }

        if (Numbers.Of(left) is not { } first || Numbers.Of(right) is not { } second)
        {
            return Value.Unknown;
        }

        var isWhole = type.SpecialType != SpecialType.System_Decimal;
        try
        {
            decimal? result = kind switch
            {
                BinaryOperatorKind.Add => first + second,
                BinaryOperatorKind.Subtract => first - second,
                BinaryOperatorKind.Multiply => first * second,
                BinaryOperatorKind.Divide when second != 0 => isWhole ? decimal.Truncate(first / second) : first / second,
                BinaryOperatorKind.Remainder when second != 0 => first % second,
                _ => null,
            };
            return result is { } number ? Made(number, type, left, syntax) : Value.Unknown;
        }
        catch (OverflowException)
        {
            return Value.Unknown;
        }
    }

    private static double? Combine(BinaryOperatorKind kind, double left, double right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide => left / right,
        _ => null,
    };

    public static Value Extreme(bool isMax, Value left, Value right) => (Numbers.Of(left), Numbers.Of(right)) switch
    {
        ({ } first, { } second) => first > second == isMax ? left : right,
        _ => Value.Unknown,
    };

    public static Value Clamp(Value value, Value min, Value max) =>
        Numbers.Of(min) <= Numbers.Of(max) ? Extreme(isMax: false, Extreme(isMax: true, value, min), max) : Value.Unknown;

    private static Value Made(decimal number, ITypeSymbol type, Value from, SyntaxNode syntax)
    {
        var constant = type.SpecialType == SpecialType.System_Decimal ? (object)number : Fits(number, type) ? (long)number : null;
        return constant is null ? Value.Unknown : new ConstantValue(constant, Texts.Made(syntax, [from]));
    }

    private static bool Fits(decimal number, ITypeSymbol type) =>
        (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type).SpecialType switch
        {
            SpecialType.System_SByte => number is >= sbyte.MinValue and <= sbyte.MaxValue,
            SpecialType.System_Byte => number is >= byte.MinValue and <= byte.MaxValue,
            SpecialType.System_Int16 => number is >= short.MinValue and <= short.MaxValue,
            SpecialType.System_UInt16 => number is >= ushort.MinValue and <= ushort.MaxValue,
            SpecialType.System_Int32 => number is >= int.MinValue and <= int.MaxValue,
            SpecialType.System_UInt32 => number is >= uint.MinValue and <= uint.MaxValue,
            SpecialType.System_Int64 => number is >= long.MinValue and <= long.MaxValue,
            SpecialType.System_UInt64 => number is >= 0 and <= long.MaxValue,
            _ => false,
        };
}
