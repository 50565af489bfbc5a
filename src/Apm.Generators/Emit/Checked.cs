using Apm.Generators.Shapes;
using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>A value that is checked, and how its violations speak of it.</summary>
/// <param name="Path">From the object whose checks these are; empty where the value is itself what is checked.</param>
/// <param name="Label">In messages.</param>
/// <param name="Set">Begins the names of what the checks look characters up in.</param>
internal sealed record Checked(FieldModel Field, string Path, string Label, string Set)
{
    public static Checked Of(ObjectShape shape, MemberShape member)
    {
        var path = shape.Origin.Of(member.Field.Path);
        return new Checked(member.Field, path, path, SetOf(shape, member));
    }

    /// <summary>An item of a list of values.</summary>
    public static Checked ItemOf(ObjectShape shape, MemberShape list) =>
        new(list.Field.Item, "", shape.Origin.Of(list.Field.Item.Path), SetOf(shape, list));

    public static string SetOf(ObjectShape shape, MemberShape member) => shape.TypeName + "_" + member.Property;

    /// <summary>Adds a violation of this value.</summary>
    /// <param name="message">What follows the value's name.</param>
    public string Add(string rule, string message) => AddExpression(rule, CSharpText.Literal(Label + " " + message));

    /// <param name="message">A C# expression.</param>
    public string AddExpression(string rule, string message) =>
        $"violations.Add({CSharpText.Literal("$" + (Path.Length == 0 ? "" : "." + Path))}, global::Apm.ViolationRule.{rule}, {message});";

    /// <param name="condition">Null where nothing can break the rule.</param>
    /// <param name="message">What follows the value's name.</param>
    public void If(CodeWriter code, string? condition, string rule, string message)
    {
        if (condition is null)
        {
            return;
        }

        using (code.Block($"if ({condition})"))
        {
            code.Line(Add(rule, message));
        }
    }
}
