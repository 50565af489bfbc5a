using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A value that is known exactly.</summary>
/// <param name="Constant">A string, bool, char, decimal, double, or null. Whole numbers and enum members are a long.</param>
internal sealed record ConstantValue(object? Constant, Origin Origin) : Value
{
    /// <returns>Null for a constant that cannot be compared here: a float, infinity, not a number, or outside the range of a long.</returns>
    public static ConstantValue? Of(object? constant, SyntaxNode syntax) =>
        constant switch
        {
            null or string or bool or char or decimal => new ConstantValue(constant, new Origin(syntax)),
            double value when !double.IsNaN(value) && !double.IsInfinity(value) => new ConstantValue(value, new Origin(syntax)),
            _ => Numbers.Whole(constant) is { } number ? new ConstantValue(number, new Origin(syntax)) : null,
        };

    public override Value Via(SyntaxNode expression) => this with { Origin = Origin.Via(expression) };

    public bool Equals(ConstantValue? other) => other is not null && Equals(Constant, other.Constant);

    public override int GetHashCode() => Constant?.GetHashCode() ?? 0;
}
