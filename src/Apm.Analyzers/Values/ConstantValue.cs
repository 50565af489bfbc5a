using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A value that is known exactly.</summary>
/// <param name="Constant">A string, bool, char, decimal, or null. Whole numbers and enum members are a long.</param>
internal sealed record ConstantValue(object? Constant, Origin Origin) : Value
{
    /// <returns>Null for a constant that cannot be compared here: floating point, or outside the range of a long.</returns>
    public static ConstantValue? Of(object? constant, SyntaxNode syntax) =>
        constant switch
        {
            null or string or bool or char or decimal or long => new ConstantValue(constant, new Origin(syntax)),
            int or short or sbyte or byte or ushort or uint => new ConstantValue(
                Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture),
                new Origin(syntax)),
            ulong value and <= long.MaxValue => new ConstantValue((long)value, new Origin(syntax)),
            _ => null,
        };

    public override Value Via(SyntaxNode expression) => this with { Origin = Origin.Via(expression) };

    public bool Equals(ConstantValue? other) => other is not null && Equals(Constant, other.Constant);

    public override int GetHashCode() => Constant?.GetHashCode() ?? 0;
}
