using Apm.Specs;

namespace Apm.Generators;

/// <summary>A value that is checked, and its names in violations.</summary>
/// <param name="Path">The JSON path from the checked object; empty if the value is the checked object itself.</param>
/// <param name="Member">The C# properties of the path.</param>
/// <param name="Set">The prefix of the fields with characters and patterns.</param>
internal sealed record ValidationTarget(FieldModel Field, string Path, string Member, string Set)
{
    public static ValidationTarget Of(ObjectShape shape, MemberShape member) =>
        new(member.Field, shape.Origin.Of(member.Field.Path), shape.Container + member.Property, SetOf(shape, member));

    /// <summary>An item of a list of values, or a value of a map.</summary>
    public static ValidationTarget ItemOf(ObjectShape shape, MemberShape list) => new(list.Field.Item, "", "", SetOf(shape, list));

    public static string SetOf(ObjectShape shape, MemberShape member) => shape.TypeName + "_" + member.Property;

    /// <summary>Adds a violation of this value.</summary>
    public string Add(string rule, string requirement) => AddExpression(rule, CSharpText.Literal(requirement));

    /// <param name="requirement">A C# expression.</param>
    public string AddExpression(string rule, string requirement) => $"violations.Add({Place}, global::Apm.ViolationRule.{rule}, {requirement});";

    /// <summary>The value's path and member as arguments.</summary>
    public string Place => $"{CSharpText.Literal("$" + (Path.Length == 0 ? "" : "." + Path))}, {CSharpText.Literal(Member)}";

    /// <param name="condition">Null if no value can violate the rule.</param>
    /// <param name="requirement">The text after the value's name.</param>
    public void If(CodeWriter code, string? condition, string rule, string requirement)
    {
        if (condition is null)
        {
            return;
        }

        using (code.Block($"if ({condition})"))
        {
            code.Line(Add(rule, requirement));
        }
    }
}
