using System.Globalization;
using Apm.Analyzers.Constraints;
using Apm.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers.Rules;

/// <summary>Whether a whole number is in range, and a member of an enum is one.</summary>
internal static class JudgeNumber
{
    public static void Run(FieldConstraints field, ConstantValue value, ITypeSymbol type, Report report)
    {
        if (value.Constant is not long number)
        {
            return;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            if (type.EnumMember(number) is null)
            {
                report.Add(UsageRules.Value, value.Origin, $"{Text(number)} is no member of {type.Name}, which {Report.Named(field)} is{Report.Source(field.Spec, field.Path + ".values")}");
            }
        }
        else if (field.Range is { } range && (number < range.Min || number > range.Max))
        {
            report.Add(UsageRules.Range, value.Origin, $"{Text(number)} is out of range; {Report.Named(field)} is {Allowed(range)}{Report.Source(field.Spec, field.Path + ".range")}");
        }
    }

    private static string Allowed((long Min, long Max) range) => range switch
    {
        (long.MinValue, var max) => Text(max) + " or less",
        (var min, long.MaxValue) => Text(min) + " or more",
        _ => $"from {Text(range.Min)} to {Text(range.Max)}",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
