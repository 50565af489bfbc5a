using Apm.Generators.Shapes;
using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>
/// The validator: plain comparisons, one method for each object, nothing allocated unless something is wrong.
/// </summary>
internal static class EmitValidator
{
    public static string Of(string typeName) => typeName + "Validator";

    /// <summary>The validator of a request or body, with what it declares itself.</summary>
    /// <param name="shared">The class that checks the objects which methods share.</param>
    public static void Write(CodeWriter code, ObjectShape root, string shared, EmitContext context)
    {
        EmitDocs.Summary(code, $"Checks {root.TypeName} against everything that the spec says, before anything is sent.");
        code.Line(EmitContext.GeneratedCode);
        WriteClass(code, "public", Of(root.TypeName), root, shared, context);
    }

    /// <param name="className">Several may check one type, each for another method.</param>
    public static void WriteClass(CodeWriter code, string access, string className, ObjectShape root, string shared, EmitContext context)
    {
        var type = root.TypeName;
        using (code.Block($"{access} static class {className}"))
        {
            code.Line($"""
                /// <summary>Every rule that the request breaks; nothing is allocated where it breaks none.</summary>
                """);
            using (code.Block($"public static global::Apm.ApmValidationResult Validate({type} request)"))
            {
                code.Line($"""
                    global::System.ArgumentNullException.ThrowIfNull(request);
                    var violations = new global::Apm.ApmViolations();
                    Check(request, ref violations);
                    return violations.ToResult();
                    """);
            }

            Checks(code, root, shared, context);
        }
    }

    /// <summary>The class that checks the objects which methods share.</summary>
    public static void WriteShared(CodeWriter code, string className, IReadOnlyList<ObjectShape> shapes, EmitContext context)
    {
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"internal static class {className}"))
        {
            var first = true;
            foreach (var shape in shapes)
            {
                Check(code, shape, className, context, blankLine: !first);
                first = false;
            }

            EmitTextChecks.Sets(code, shapes);
        }
    }

    private static void Checks(CodeWriter code, ObjectShape root, string shared, EmitContext context)
    {
        var shapes = root.Declared().ToList();
        foreach (var shape in shapes)
        {
            Check(code, shape, shared, context, blankLine: true);
        }

        EmitTextChecks.Sets(code, shapes);
    }

    private static void Check(CodeWriter code, ObjectShape shape, string shared, EmitContext context, bool blankLine)
    {
        if (blankLine)
        {
            code.Line();
        }

        using (code.Block($"internal static void Check({shape.TypeName} record, ref global::Apm.ApmViolations violations)"))
        {
            code.Separated(shape.Members.Where(member => !member.IsConst && HasCheck(member)), member => Member(code, member, shared, context));
        }
    }

    private static bool HasCheck(MemberShape member) => member.Field switch
    {
        { Type: FieldType.Boolean } => false,
        { Type: FieldType.Integer } field => field.Range is { } range && Outside("", range) is not null,
        _ => true,
    };

    private static void Member(CodeWriter code, MemberShape member, string shared, EmitContext context)
    {
        var local = member.Local;
        if (member.IsValueType && member.DeclaredType == member.Type)
        {
            code.Line($"var {local} = record.{member.Property};");
            Value(code, member, local, shared, context);
            return;
        }

        using (code.Block($"if (record.{member.Property} is {{ }} {local})"))
        {
            Value(code, member, local, shared, context);
        }

        if (member.IsRequired)
        {
            using (code.Block("else"))
            {
                code.Line(Add(member.Field.Path, "Required", member.Field.Path + " is required"));
            }
        }
    }

    private static void Value(CodeWriter code, MemberShape member, string local, string shared, EmitContext context)
    {
        switch (member)
        {
            case { Object: { IsShared: true } }:
                code.Line($"{shared}.Check({local}, ref violations);");
                break;
            case { Object: not null }:
                code.Line($"Check({local}, ref violations);");
                break;
            case { Enum: { } shape }:
                Enum(code, member.Field, shape, local);
                break;
            case { Field.Type: FieldType.Money }:
                EmitMoneyChecks.Write(code, member.Field, local, context);
                break;
            case { Field.Type: FieldType.Integer, Field.Range: { } range }:
                If(code, Outside(local, range), member.Field.Path, "Range", $"{member.Field.Path} is a whole number, {Constraints.RangeText(range).ToLowerInvariant()}");
                break;
            default:
                EmitTextChecks.Write(code, member.Field, local);
                break;
        }
    }

    private static void Enum(CodeWriter code, FieldModel field, EnumShape shape, string local) =>
        If(code, shape.Members.IsEmpty ? null : $"{local} is not ({string.Join(" or ", shape.Members.Select(value => shape.TypeName + "." + value.Name))})",
            field.Path, "Value", $"{field.Path} is one of {CSharpText.Join(field.Values)}");

    /// <summary>A C# condition that is true outside the range; null where no number is. A bound that every number keeps is no bound.</summary>
    public static string? Outside(string local, RangeModel range) => (Min: range.Min == long.MinValue ? null : range.Min, Max: range.Max == long.MaxValue ? null : range.Max) switch
    {
        { Min: { } min, Max: { } max } => $"{local} is < {CSharpText.Number(min)} or > {CSharpText.Number(max)}",
        { Min: { } min } => $"{local} < {CSharpText.Number(min)}",
        { Max: { } max } => $"{local} > {CSharpText.Number(max)}",
        _ => null,
    };

    /// <param name="condition">Null where nothing can break the rule.</param>
    public static void If(CodeWriter code, string? condition, string path, string rule, string message)
    {
        if (condition is null)
        {
            return;
        }

        using (code.Block($"if ({condition})"))
        {
            code.Line(Add(path, rule, message));
        }
    }

    private static string Add(string path, string rule, string message) => AddExpression(path, rule, CSharpText.Literal(message));

    /// <param name="message">A C# expression.</param>
    public static string AddExpression(string path, string rule, string message) =>
        $"violations.Add({CSharpText.Literal("$." + path)}, global::Apm.ViolationRule.{rule}, {message});";
}
