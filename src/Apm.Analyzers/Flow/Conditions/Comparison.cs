using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>A comparison of two values, as a condition on the left one.</summary>
internal sealed class Comparison
{
    public static readonly Comparison Equal = new((0, true), isNegated: false);
    public static readonly Comparison NotEqual = new((0, true), isNegated: true);
    private static readonly Comparison s_less = new((-1, false), isNegated: false);
    private static readonly Comparison s_lessOrEqual = new((-1, true), isNegated: false);
    private static readonly Comparison s_greater = new((1, false), isNegated: false);
    private static readonly Comparison s_greaterOrEqual = new((1, true), isNegated: false);

    private readonly (int Side, bool Inclusive) _holds;
    private readonly bool _isNegated;

    private Comparison((int Side, bool Inclusive) holds, bool isNegated) => (_holds, _isNegated) = (holds, isNegated);

    public Comparison Mirrored =>
        this == s_less ? s_greater
        : this == s_lessOrEqual ? s_greaterOrEqual
        : this == s_greater ? s_less
        : this == s_greaterOrEqual ? s_lessOrEqual
        : this;

    public static Comparison? Of(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.Equals => Equal,
            BinaryOperatorKind.NotEquals => NotEqual,
            BinaryOperatorKind.LessThan => s_less,
            BinaryOperatorKind.LessThanOrEqual => s_lessOrEqual,
            BinaryOperatorKind.GreaterThan => s_greater,
            BinaryOperatorKind.GreaterThanOrEqual => s_greaterOrEqual,
            _ => null,
        };

    /// <returns>Null if the result depends on an unknown value.</returns>
    public bool? Decide(Value left, Value right)
    {
        if (left is MoneyValue one && right is MoneyValue two)
        {
            return one.Code is { } code && code == two.Code && one.MinorUnits is { } first && two.MinorUnits is { } second
                ? Holds(first.CompareTo(second))
                : null;
        }

        if (left is not ConstantValue { Constant: var constant } || right is not ConstantValue { Constant: var other })
        {
            return left is not (UnknownValue or ConstantValue) && right is ConstantValue { Constant: null } && _holds.Side == 0 ? _isNegated : null;
        }

        if (_holds.Side != 0 && (constant is null || other is null))
        {
            return false;
        }

        return (Numbers.Of(constant), Numbers.Of(other)) is ({ } number, { } against) ? Holds(number.CompareTo(against))
            : _holds.Side == 0 ? Equals(constant, other) != _isNegated
            : null;
    }

    /// <summary>What can be assumed about the left value if the comparison is true, and if it is false. Null if that is impossible.</summary>
    /// <param name="type">The type of the left value.</param>
    public (Value? Yes, Value? No) Split(UnknownValue unknown, ConstantValue constant, ITypeSymbol? type)
    {
        unknown = unknown.Only is null && EnumMembers.Of(type) is { } members ? unknown with { Only = members } : unknown;
        // order?.Region may have been null, and order.Region is not.
        unknown = type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } ? unknown.Except(null) : unknown;
        if (_holds.Side == 0)
        {
            var (same, other) = (
                unknown.Allows(constant.Constant) ? (Value)(constant with { Origin = constant.Origin with { IsCompared = true } }) : null,
                Left(unknown.Except(constant.Constant)));
            return _isNegated ? (other, same) : (same, other);
        }

        if (Numbers.Of(constant) is not { } bound)
        {
            return (unknown, unknown);
        }

        // A comparison of order with null is never true.
        var (yes, no) = _holds.Side < 0
            ? (unknown.To(bound, _holds.Inclusive), unknown.From(bound, !_holds.Inclusive))
            : (unknown.From(bound, _holds.Inclusive), unknown.To(bound, !_holds.Inclusive));
        return (Left(yes.Except(null)), Left(no));

        Value? Left(UnknownValue value)
        {
            if (value.Only is not null && value.Possible is [var only])
            {
                return constant with { Constant = only, Origin = constant.Origin with { IsCompared = true } };
            }

            var left = IsWholeNumber(type) ? value.Whole() : value;
            return !left.IsEmpty && (type?.SpecialType != SpecialType.System_Boolean || left.Allows(true) || left.Allows(false)) ? left
                : type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } && left.Allows(null) ? constant with { Constant = null }
                : null;
        }
    }

    private static bool IsWholeNumber(ITypeSymbol? type) =>
        type.WithoutNullable() is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 };

    private bool Holds(int order) => (order == 0 ? _holds.Inclusive : Math.Sign(order) == _holds.Side) != _isNegated;
}
