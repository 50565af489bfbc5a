using Apm.Specs;

namespace Apm.Generators;

/// <summary>The conditions of a rule as C#.</summary>
internal static class EmitConditions
{
    /// <summary>A condition that always holds.</summary>
    public const string True = "true";

    /// <returns>Null if a field or value has no code because of a name conflict.</returns>
    public static string? All(RuleModel rule, RuleFields fields)
    {
        var all = All(rule.When, fields);
        if (rule.AnyOf.IsEmpty)
        {
            return all;
        }

        var alternatives = rule.AnyOf.Select(alternative => All(alternative, fields)).ToList();
        return all is null || alternatives.Any(alternative => alternative is null) ? null
            : alternatives.Contains(True) ? all
            : (all == True ? "" : all + " && ") + $"({string.Join(" || ", alternatives)})";
    }

    private static string? All(IEnumerable<ConditionModel> when, RuleFields fields)
    {
        var conditions = when.Select(condition => One(condition, fields)).ToList();
        if (conditions.Any(condition => condition is null))
        {
            return null;
        }

        var needed = conditions.OfType<string>().Where(condition => condition != True).ToList();
        return needed.Count == 0 ? True : string.Join(" && ", needed);
    }

    /// <summary>The condition that a field has a value.</summary>
    public static string IsPresent(FieldAccess access) => access.IsNullable ? access.Expression + " is not null" : True;

    /// <summary>The condition that one of several conditions holds.</summary>
    public static string AnyOf(IReadOnlyList<string> conditions) => conditions.Count == 1 ? conditions[0] : $"({string.Join(" || ", conditions)})";

    private static string? One(ConditionModel condition, RuleFields fields)
    {
        if (fields.Find(condition.Path) is not { } access)
        {
            return null;
        }

        if (condition.IsCurrency)
        {
            // Money is a value with a currency, which is not null.
            access = access with { Expression = access.Expression + (access.IsNullable ? "?" : "") + ".Currency" };
        }

        var values = condition.Values.Select(value => condition.IsCurrency ? CSharpText.Literal(value) : Value(access.Member, value)).ToList();
        if (values.Any(value => value is null))
        {
            return null;
        }

        var alternatives = string.Join(" or ", values);
        var isNull = condition.IsMetByAbsence && access.IsNullable ? "null or " : "";
        return condition.Test switch
        {
            ConditionTest.Present => IsPresent(access),
            ConditionTest.Absent => access.IsNullable ? access.Expression + " is null" : null,
            ConditionTest.OneOf => $"{access.Expression} is {isNull}{alternatives}",
            ConditionTest.NoneOf => $"{access.Expression} is not ({(condition.IsMetByAbsence || !access.IsNullable ? "" : "null or ")}{alternatives})",
            _ => AnyOf([
                .. values.Select(value => $"{access.Expression}?.StartsWith({value}, global::System.StringComparison.Ordinal) == true"),
                .. condition.IsMetByAbsence ? [access.Expression + " is null"] : Array.Empty<string>(),
            ]),
        };
    }

    /// <returns>Null if the enum does not have the value.</returns>
    public static string? Value(MemberShape member, string text) => member switch
    {
        { Enum: { } shape } => shape.Members.FirstOrDefault(value => value.Value == text) is { } found ? shape.TypeName + "." + found.Name : null,
        _ => EmitRecord.Value(member, text),
    };
}
