using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The limits of an amount in one currency, in minor units.</summary>
internal sealed record LimitConstraint(string Currency, long Min, long Max)
{
    public static LimitConstraint Read(AttributeData attribute) =>
        new(attribute.Text(0) ?? "", attribute.Number("Min", long.MinValue), attribute.Number("Max", long.MaxValue));
}
