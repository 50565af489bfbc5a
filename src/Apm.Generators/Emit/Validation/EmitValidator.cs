using Apm.Specs;

namespace Apm.Generators;

/// <summary>
/// The validator: comparisons, with one method for each object. It allocates nothing for a valid object.
/// </summary>
internal static class EmitValidator
{
    public static string Of(string typeName) => typeName + "Validator";

    /// <summary>The validator of a request or body, and of the objects that it declares itself.</summary>
    /// <param name="shared">The class that checks the objects that methods share.</param>
    /// <param name="rules">The rules about several fields.</param>
    public static void Write(CodeWriter code, ObjectShape root, string shared, EmitContext context, EquatableArray<RuleModel> rules)
    {
        EmitDocs.Summary(code, $"Checks {root.TypeName} against every rule of the spec, before anything is sent.");
        code.Line(EmitContext.GeneratedCode);
        WriteClass(code, "public", Of(root.TypeName), root, shared, context, rules);
    }

    /// <param name="className">The name of the class. Several classes may check one type, each for another method.</param>
    public static void WriteClass(
        CodeWriter code,
        string access,
        string className,
        ObjectShape root,
        string shared,
        EmitContext context,
        EquatableArray<RuleModel> rules)
    {
        var type = root.TypeName;
        using (code.Block($"{access} static class {className}"))
        {
            code.Line($"""
                /// <summary>Returns all violations of the request. It allocates nothing for a valid request.</summary>
                """);
            using (code.Block($"public static global::Apm.ApmValidationResult Validate({type} request)"))
            {
                code.Line($"""
                    global::System.ArgumentNullException.ThrowIfNull(request);
                    var violations = new global::Apm.ApmViolations();
                    Check(request, ref violations);
                    """);
                EmitRules.Call(code, rules);
                code.Line("return violations.ToResult();");
            }

            EmitRules.Write(code, root, rules);
            Checks(code, root, shared, context);
        }
    }

    /// <summary>The class that checks the objects that methods share.</summary>
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

            foreach (var check in context.SharedChecks.All)
            {
                code.Line();
                Shared(code, check, className, context);
            }

            EmitTextChecks.Sets(code, CheckedHere(shapes, context).Concat(context.SharedChecks.All.Select(check => (check.Owner, check.Member))));
        }
    }

    private static void Shared(CodeWriter code, SharedCheck check, string shared, EmitContext context)
    {
        using (code.Block($"internal static void {check.Name}({check.Member.Type}? given, ref global::Apm.ApmViolations violations)"))
        {
            Reference(code, check.Owner, check.Member, "given", shared, context);
        }
    }

    private static void Checks(CodeWriter code, ObjectShape root, string shared, EmitContext context)
    {
        // A type that is used in several places is checked by one method.
        var shapes = root.Declared().GroupBy(shape => shape.TypeName).Select(same => same.First()).ToList();
        foreach (var shape in shapes)
        {
            Check(code, shape, shared, context, blankLine: true);
        }

        EmitTextChecks.Sets(code, CheckedHere(shapes, context));
    }

    private static IEnumerable<(ObjectShape Shape, MemberShape Member)> CheckedHere(IEnumerable<ObjectShape> shapes, EmitContext context) =>
        shapes.SelectMany(shape => shape.Members.Where(member => context.SharedChecks.Find(shape, member) is null), (shape, member) => (shape, member));

    private static void Check(CodeWriter code, ObjectShape shape, string shared, EmitContext context, bool blankLine)
    {
        if (blankLine)
        {
            code.Line();
        }

        using (code.Block($"internal static void Check({shape.TypeName} record, ref global::Apm.ApmViolations violations)"))
        {
            code.Separated(shape.Members.Where(member => !member.IsConst && HasCheck(member)), member => Member(code, shape, member, shared, context));
            EmitMoneyChecks.SameCurrency(code, shape);
        }
    }

    private static bool HasCheck(MemberShape member) => member.Field switch
    {
        { Type: FieldType.Boolean } field => field.Const is not null,
        { Type: FieldType.Integer or FieldType.MinorUnits } field => field.Range is { } range && Outside("", range) is not null,
        { Type: FieldType.Date } => false,
        { Type: FieldType.List } field => field.Required || field.Count is not null || HasCheck(member.Item!),
        _ => true,
    };

    private static void Member(CodeWriter code, ObjectShape shape, MemberShape member, string shared, EmitContext context)
    {
        if (context.SharedChecks.Find(shape, member) is { } check)
        {
            code.Line($"{shared}.{check.Name}(record.{member.Property}, ref violations);");
            return;
        }

        var local = member.Local;
        if (member.IsValueType && member.DeclaredType == member.Type)
        {
            code.Line($"var {local} = record.{member.Property};");
            Value(code, member, ValidationTarget.Of(shape, member), local, shared, context);
            return;
        }

        Reference(code, shape, member, "record." + member.Property, shared, context);
    }

    /// <summary>Checks a member that may be absent.</summary>
    private static void Reference(CodeWriter code, ObjectShape shape, MemberShape member, string expression, string shared, EmitContext context)
    {
        var local = member.Local;
        var target = ValidationTarget.Of(shape, member);
        using (code.Block($"if ({expression} is {{ }} {local})"))
        {
            if (member.Item is { } item)
            {
                Items(code, shape, member, item, shared, context);
            }
            else
            {
                Value(code, member, target, local, shared, context);
            }
        }

        if (member.IsRequired)
        {
            using (code.Block("else"))
            {
                code.Line($"violations.Required({target.Place});");
            }
        }
    }

    private static void Items(CodeWriter code, ObjectShape shape, MemberShape list, MemberShape item, string shared, EmitContext context)
    {
        var target = ValidationTarget.Of(shape, list);
        if (list.Field.Count is { } count && Outside(list.Local + ".Count", count with { Min = count.Min == 0 ? null : count.Min }) is { } outside)
        {
            target.If(code, outside, "Count", "must have " + ConstraintText.Count(count));
            code.Line();
        }

        if (!HasCheck(item))
        {
            return;
        }

        using (code.Block($"for (var index = 0; index < {list.Local}.Count; index++)"))
        {
            code.Line($"var {item.Local} = {list.Local}[index];");
            code.Line("var before = violations.Count;");
            Value(code, item, ValidationTarget.ItemOf(shape, list), item.Local, shared, context);
            code.Line($"violations.MoveTo({target.Place}, index, before);");
        }
    }

    private static void Value(CodeWriter code, MemberShape member, ValidationTarget target, string local, string shared, EmitContext context)
    {
        switch (member)
        {
            case { Object: { IsOfApi: true } type } when target.Path.Length > 0:
                code.Line($"""
                    var before = violations.Count;
                    {(type.IsShared ? shared + "." : "")}Check({local}, ref violations);
                    violations.MoveTo({target.Place}, before);
                    """);
                break;
            case { Object: { IsShared: true } }:
                code.Line($"{shared}.Check({local}, ref violations);");
                break;
            case { Object: not null }:
                code.Line($"Check({local}, ref violations);");
                break;
            case { Enum: { } shape }:
                var values = string.Join(" or ", shape.Members.Select(value => shape.TypeName + "." + value.Name));
                target.If(
                    code,
                    shape.Members.IsEmpty ? null : $"{local} is not ({values})",
                    "Value",
                    "must be one of " + CSharpText.Join(member.Field.Values));
                break;
            case { Field.Type: FieldType.Money }:
                EmitMoneyChecks.Write(code, target, local, context);
                break;
            case { Field: { Type: FieldType.Integer or FieldType.MinorUnits, Range: { } range } }:
                target.If(code, Outside(local, range), "Range", "must be " + ConstraintText.Range(range));
                break;
            case { Field: { Type: FieldType.Boolean, Const: { } only } }:
                target.If(code, $"{local} != {only}", "Value", "must be " + only);
                break;
            case { Field.Type: FieldType.Date }:
                break;
            default:
                EmitTextChecks.Write(code, target, local);
                break;
        }
    }

    /// <summary>A C# condition that is true outside the range; null if every number is within it. A bound that every number meets is left out.</summary>
    public static string? Outside(string local, RangeModel range) =>
        (Min: range.Min == long.MinValue ? null : range.Min, Max: range.Max == long.MaxValue ? null : range.Max) switch
        {
            { Min: { } min, Max: { } max } => $"{local} is < {CSharpText.Number(min)} or > {CSharpText.Number(max)}",
            { Min: { } min } => $"{local} < {CSharpText.Number(min)}",
            { Max: { } max } => $"{local} > {CSharpText.Number(max)}",
            _ => null,
        };
}
