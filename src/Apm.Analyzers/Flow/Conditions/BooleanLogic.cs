using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Conditions that are combined without short-circuit evaluation: <c>&amp;</c>, <c>|</c>, <c>^</c>.</summary>
internal static class BooleanLogic
{
    public static Value Combine(BinaryOperatorKind kind, Value left, Value right, SyntaxNode syntax)
    {
        bool? result = (kind, Of(left), Of(right)) switch
        {
            (BinaryOperatorKind.And, false, _) or (BinaryOperatorKind.And, _, false) => false,
            (BinaryOperatorKind.Or, true, _) or (BinaryOperatorKind.Or, _, true) => true,
            (BinaryOperatorKind.And, true, true) => true,
            (BinaryOperatorKind.Or, false, false) => false,
            (BinaryOperatorKind.ExclusiveOr, { } one, { } two) => one != two,
            _ => null,
        };
        return result is { } known ? ConstantValue.Of(known, syntax)! : Value.Unknown;
    }

    private static bool? Of(Value value) => value is ConstantValue { Constant: bool known } ? known : null;
}
