using System.Globalization;
using Apm.Iso;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>The operations of <c>Apm.Money</c> on values that may be unknown.</summary>
internal static class MoneyEvaluation
{
    public static MoneyValue Unknown(SyntaxNode syntax) => new(Value.Unknown, Value.Unknown, IsMajor: false, new Origin(syntax));

    /// <summary><c>default(Money)</c>, which has no currency.</summary>
    public static MoneyValue None(SyntaxNode syntax) => new(ConstantValue.Of(0L, syntax)!, ConstantValue.Of("", syntax)!, IsMajor: false, new Origin(syntax));

    /// <param name="arguments">Empty, or minor units and currency.</param>
    public static MoneyValue Made(Value[] arguments, SyntaxNode syntax) =>
        arguments is [var minorUnits, var currency] ? new MoneyValue(minorUnits, currency, IsMajor: false, new Origin(syntax)) : None(syntax);

    public static MoneyValue FromMajor(Value amount, Value currency, SyntaxNode syntax) => new(amount, currency, IsMajor: true, new Origin(syntax));

    /// <summary>A text such as <c>12.34 HKD</c>.</summary>
    public static Value Parsed(string text, ConstantValue written, SyntaxNode syntax) =>
        text.Split(' ') is [var major, var code]
        && Iso4217.TryGetExponent(code, out _)
        && decimal.TryParse(major, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new MoneyValue(
                new ConstantValue(amount, Texts.Made(syntax, [written])),
                new ConstantValue(code, Texts.Made(syntax, [written])),
                IsMajor: true,
                new Origin(syntax))
            : Value.Unknown;

    public static Value With(MoneyValue money, string member, Value value) =>
        member switch
        {
            "MinorUnits" => money with { Amount = value, IsMajor = false },
            // The amount in minor units stays the same.
            "Currency" => money with
            {
                Currency = value,
                Amount = money.IsMajor
                    ? money.MinorUnits is { } units && money.Amount is ConstantValue amount
                        ? amount with
                        {
                            Constant = units,
                        }
                        : Value.Unknown
                    : money.Amount,
                IsMajor = false,
            },
            _ => Value.Unknown,
        };

    public static Value Part(Value money, string member, SyntaxNode syntax) =>
        money is not MoneyValue known
            ? Value.Unknown
            : member switch
            {
                "Currency" => known.Currency.Via(syntax),
                "MinorUnits" => known.MinorUnits is { } units && known.Amount is ConstantValue amount
                    ? (amount with { Constant = units }).Via(syntax)
                    : Value.Unknown,
                _ => Value.Unknown,
            };

    public static Value Combine(BinaryOperatorKind kind, Value left, Value right, SyntaxNode syntax)
    {
        if (kind == BinaryOperatorKind.Multiply)
        {
            return left is MoneyValue money ? Times(money, right, syntax) : right is MoneyValue other ? Times(other, left, syntax) : Value.Unknown;
        }

        if (kind is not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract))
        {
            return Value.Unknown;
        }

        // The result has the currency of both operands, or the operation throws.
        var currency = left is MoneyValue { Currency: ConstantValue known } ? known : (right as MoneyValue)?.Currency ?? Value.Unknown;
        if (left is not MoneyValue { MinorUnits: { } first, Amount: ConstantValue amount } one || right is not MoneyValue { MinorUnits: { } second } two
            || one.Code is not { } code || code != two.Code)
        {
            return new MoneyValue(Value.Unknown, currency.Via(syntax), IsMajor: false, new Origin(syntax));
        }

        var sum = kind == BinaryOperatorKind.Add ? (decimal)first + second : (decimal)first - second;
        var units = sum is >= long.MinValue and <= long.MaxValue ? new ConstantValue((long)sum, Texts.Made(syntax, [amount])) : Value.Unknown;
        return new MoneyValue(units, currency.Via(syntax), IsMajor: false, new Origin(syntax));
    }

    private static MoneyValue Times(MoneyValue money, Value quantity, SyntaxNode syntax)
    {
        var product = money is { MinorUnits: { } units, Amount: ConstantValue } && Numbers.Of(quantity) is { } factor && Math.Abs(factor) <= int.MaxValue
            ? units * factor
            : decimal.MaxValue;
        return new MoneyValue(
            product is >= long.MinValue and <= long.MaxValue
                ? new ConstantValue((long)product, Texts.Made(syntax, [(ConstantValue)money.Amount]))
                : Value.Unknown,
            money.Currency.Via(syntax),
            IsMajor: false,
            new Origin(syntax));
    }
}
