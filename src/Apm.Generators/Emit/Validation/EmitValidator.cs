using Apm.Specs;

namespace Apm.Generators;

/// <summary>
/// The validator: comparisons, with one method for each object. It allocates nothing for a valid object.
/// </summary>
internal static class EmitValidator
{
    // As many days as a spec can state.
    private const long MaxDays = 36_525;

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
        { Type: FieldType.Date or FieldType.DateTime } field => field.DaysAhead is not null,
        { Type: FieldType.Decimal } field => field.Decimals is not null || (field.Range is { } range && Outside("", range) is not null),
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
            else if (member.IsMap)
            {
                Map(code, shape, member, context);
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

    private static void Map(CodeWriter code, ObjectShape shape, MemberShape map, EmitContext context)
    {
        // Further members are at the path of their object.
        var target = ValidationTarget.Of(shape, map);
        if (map.IsFurther)
        {
            target = target with { Path = shape.Origin.Of(shape.Field.Path) };
        }

        if (map.Field.Count is { } count && Outside(map.Local + ".Count", count with { Min = count.Min == 0 ? null : count.Min }) is { } outside)
        {
            target.If(code, outside, "Count", "must have " + ConstraintText.Entries(count));
            code.Line();
        }

        using (code.Block($"foreach (var (given, {CSharpName.ItemLocal}) in {map.Local})"))
        {
            code.Line("var before = violations.Count;");
            var entry = ValidationTarget.ItemOf(shape, map);
            entry.If(
                code,
                $"!global::Apm.ApmChecks.IsMapName(given, {(context.IsForm ? "true" : "false")})",
                "Characters",
                "must have a name that is not empty and is well-formed Unicode text" + (context.IsForm ? " without brackets" : ""));
            var names = shape.Members.Where(member => map.IsFurther && !member.IsFurther).Select(member => member.Name)
                .Concat(map.IsFurther ? shape.Currencies.Select(currency => currency.Name) : [])
                .Select(CSharpText.Literal)
                .ToList();
            entry.If(
                code,
                names.Count == 0 ? null : $"given is ({string.Join(" or ", names)})",
                "Value",
                "must have another name, because the object has a property for this one");
            EmitTextChecks.Write(code, entry, CSharpName.ItemLocal);
            code.Line($"violations.MoveTo({target.Place}, given, before);");
        }
    }

    private static void Decimal(CodeWriter code, ValidationTarget target, string local)
    {
        var field = target.Field;
        if (field.Range is { } range && Outside(local, range) is not null)
        {
            var bounds = $"{CSharpText.Number(range.Min ?? long.MinValue)}, {CSharpText.Number(range.Max ?? long.MaxValue)}";
            target.If(code, $"!global::Apm.ApmChecks.IsWithin({local}, {bounds})", "Range", "must be " + ConstraintText.Range(range));
        }

        if (field.Decimals is { } decimals)
        {
            target.If(
                code,
                $"!global::Apm.ApmChecks.HasDecimals({local}, {CSharpText.Number(decimals)})",
                "Range",
                "must be " + ConstraintText.Decimals(decimals));
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
            case { Field.Type: FieldType.Decimal }:
                Decimal(code, target, local);
                break;
            case { Field: { Type: FieldType.Date or FieldType.DateTime, DaysAhead: { } days } }:
                var bounds = $"{CSharpText.Number(days.Min ?? -MaxDays)}, {CSharpText.Number(days.Max ?? MaxDays)}";
                target.If(code, $"!global::Apm.ApmChecks.IsDaysAhead({local}, {bounds})", "Date", "must be " + ConstraintText.DaysAhead(days));
                break;
            case { Field.Type: FieldType.Date or FieldType.DateTime }:
                break;
            default:
                EmitTextChecks.Write(code, target, local);
                break;
        }
    }

    /// <summary>The same for a number that may be absent, which is never outside of the range. There is at least one bound.</summary>
    public static string OutsideNullable(FieldAccess access, RangeModel range)
    {
        var (min, max) = (range.Min == long.MinValue ? null : range.Min, range.Max == long.MaxValue ? null : range.Max);
        var suffix = access.Member.Field.Type == FieldType.Decimal ? "m" : "";
        return access.Expression + " is " + string.Join(
            " or ",
            new[] { min is { } least ? $"< {CSharpText.Number(least)}{suffix}" : null, max is { } most ? $"> {CSharpText.Number(most)}{suffix}" : null }
                .OfType<string>());
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
