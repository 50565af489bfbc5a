using System.Globalization;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Checks whether a whole number is in range, and whether an enum value is a member of the enum.</summary>
internal static class NumberCheck
{
    public static void Run(FieldConstraints field, ConstantValue value, ITypeSymbol type, FindingSink report)
    {
        if (value.Constant is not long number)
        {
            return;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            if (type.EnumMember(number) is null)
            {
                report.Add(
                    UsageDescriptors.Value,
                    value.Origin,
                    $"{Text(number)} is not declared; {FindingSink.Named(field)} must be a member of {type.Name}"
                        + FindingSink.Source(field.Spec, field.Path + ".values"));
            }
        }
        else if (field.Range is { } range && (number < range.Min || number > range.Max))
        {
            var allowed = new RangeModel(range.Min == long.MinValue ? null : range.Min, range.Max == long.MaxValue ? null : range.Max);
            report.Add(
                UsageDescriptors.Range,
                value.Origin,
                $"{Text(number)} is out of range; {FindingSink.Named(field)} must be {ConstraintText.Range(allowed)}"
                    + FindingSink.Source(field.Spec, field.Path + ".range"));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
