using System.Numerics;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Computes the value that a field must equal.</summary>
internal static class SumInterpreter
{
    /// <returns>Null if a result does not fit into 64 bits.</returns>
    public static BigInteger? Value(TermModel term, Func<string, JsonElement?> find) => term switch
    {
        NumberTerm number => number.Value,
        FieldTerm field => Number(find(field.Path), field.Absent),
        SumTerm sum => Sum(sum, find),
        OperationTerm operation => Combine(operation.Operator, Value(operation.Left, find), Value(operation.Right, find)),
        _ => null,
    };

    /// <summary>The number of a field. A value that is not a whole number violates another rule.</summary>
    public static BigInteger Number(JsonElement? value, long absent = 0) =>
        value is not { } found ? absent : Scalars.Integer(found, isText: found.ValueKind == JsonValueKind.String) ?? 0;

    private static BigInteger? Sum(SumTerm sum, Func<string, JsonElement?> find) =>
        find(sum.List) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Aggregate((BigInteger?)0, (total, item) => Combine('+', total, Number(Dotted.Find(item, sum.Path), sum.Absent)))
            : 0;

    public static BigInteger? Combine(char symbol, BigInteger? left, BigInteger? right)
    {
        var result = symbol switch { '+' => left + right, '-' => left - right, _ => left * right };
        return result >= long.MinValue && result <= long.MaxValue ? result : null;
    }
}
