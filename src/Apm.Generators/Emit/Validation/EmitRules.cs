using Apm.Specs;

namespace Apm.Generators;

/// <summary>Rules about several fields: checks of the whole request or body, and attributes on it.</summary>
internal static class EmitRules
{
    private const string TextLocal = "text";
    private const string ListLocal = "list";

    public static IEnumerable<string> Attributes(EquatableArray<RuleModel> rules) => rules.Select(rule =>
    {
        var arguments = rule.Paths.Prepend(KebabCase.Of(rule.Kind.ToString())).Select(CSharpText.Literal).ToList();
        if (!rule.When.IsEmpty || !rule.AnyOf.IsEmpty)
        {
            arguments.Add($"When = new[] {{ {CSharpText.Join(ConditionCodec.Format(rule).Select(CSharpText.Literal))} }}");
        }

        if (!rule.Values.IsEmpty)
        {
            arguments.Add($"Values = new[] {{ {CSharpText.Join(rule.Values.Select(CSharpText.Literal))} }}");
        }

        if (rule.Pattern is { } pattern)
        {
            arguments.Add($"Pattern = {CSharpText.Literal(pattern.Regex)}");
        }

        if (rule.Range is { } range)
        {
            arguments.AddRange(EmitConstraints.Bounds(range.Min ?? long.MinValue, range.Max));
        }

        if (rule.Length is { } length)
        {
            arguments.AddRange(EmitConstraints.Bounds(length.Min == 0 ? null : length.Min, length.Max));
        }

        if (rule.To is { } to)
        {
            arguments.Add($"To = {CSharpText.Literal(EmitSums.Text(to))}");
        }

        if (rule.Because is { } because)
        {
            arguments.Add($"Because = {CSharpText.Literal(because)}");
        }

        return $"[global::Apm.ApmRule({CSharpText.Join(arguments)})]";
    });

    /// <summary>A method for each rule, with the checks that remain after each field was checked by itself.</summary>
    public static void Write(CodeWriter code, ObjectShape root, EquatableArray<RuleModel> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            code.Line();
            using (code.Block($"private static void {Name(i)}({root.TypeName} {RuleFields.Record}, ref global::Apm.ApmViolations violations)"))
            {
                Rule(code, rules[i], new RuleFields(root, rules[i]), Name(i));
            }

            if (rules[i].Pattern is { } pattern)
            {
                EmitTextChecks.Set(code, Name(i), pattern);
            }
        }
    }

    /// <summary>Calls these methods.</summary>
    public static void Call(CodeWriter code, EquatableArray<RuleModel> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            code.Line($"{Name(i)}(request, ref violations);");
        }
    }

    private static string Name(int index) => "CheckRule" + CSharpText.Number(index + 1);

    private static void Rule(CodeWriter code, RuleModel rule, RuleFields fields, string name)
    {
        if (rule.Length is { Min: 0, Max: null })
        {
            return;
        }

        if (rule.Kind == RuleKind.CombinedLength)
        {
            Combined(code, rule, fields);
            return;
        }

        var accesses = rule.Paths.Select(path => (Path: path, Access: fields.Find(path))).ToList();
        if (EmitConditions.All(rule, fields) is not { } condition
            || accesses.Any(field => field.Access is null)
            || (rule.List is not null && fields.List is null))
        {
            // A field of the rule has no code because of a name conflict, which is reported at the field.
            return;
        }

        if (fields.List is not { } list)
        {
            Judge(code, rule, fields, condition, name);
            return;
        }

        var item = list.Member.Item!.Local;
        using (code.Block($"for (var index = 0; {list.Expression} is {{ }} {ListLocal} && index < {ListLocal}.Count; index++)"))
        {
            code.Line($"var {item} = {ListLocal}[index];");
            code.Line("var before = violations.Count;");
            Judge(code, rule, fields, condition, name);
            code.Line($"violations.MoveTo({CSharpText.Literal("$." + rule.List)}, {CSharpText.Literal(list.Name)}, index, before);");
        }
    }

    private static void Judge(CodeWriter code, RuleModel rule, RuleFields fields, string condition, string name)
    {
        var targets = rule.Paths.Select(path => (Path: path, Access: fields.Find(path)!)).ToList();
        switch (rule.Kind)
        {
            case RuleKind.Require:
                Each(code, condition, targets.Where(target => target.Access.IsNullable), target => target.Access.Expression + " is null",
                    target => Add(rule, fields, target.Path, "Missing"));
                break;
            case RuleKind.Forbid:
                Each(code, condition, targets, target => EmitConditions.IsPresent(target.Access),
                    target => Add(rule, fields, target.Path, "Forbidden"));
                break;
            case RuleKind.AllOrNone:
                var any = targets.Select(target => EmitConditions.IsPresent(target.Access)).ToList();
                var some = any.Contains(EmitConditions.True) ? EmitConditions.True : EmitConditions.AnyOf(any);
                Each(code, And(condition, some), targets.Where(target => target.Access.IsNullable), target => target.Access.Expression + " is null",
                    target => Add(rule, fields, target.Path, "Missing"));
                break;
            case RuleKind.AtMostOne:
                for (var at = 1; at < targets.Count; at++)
                {
                    var before = EmitConditions.AnyOf([.. targets.Take(at).Select(target => EmitConditions.IsPresent(target.Access))]);
                    var either = targets.Take(at).Any(target => !target.Access.IsNullable) ? EmitConditions.True : before;
                    Each(code, And(condition, either), [targets[at]], target => EmitConditions.IsPresent(target.Access),
                        target => Add(rule, fields, target.Path, "Forbidden"));
                }

                break;
            case RuleKind.AtLeastOne:
                if (targets.All(target => target.Access.IsNullable))
                {
                    Each(code, condition, [targets[0]], _ => string.Join(" && ", targets.Select(target => target.Access.Expression + " is null")),
                        target => Add(rule, fields, target.Path, "Missing"));
                }

                break;
            case RuleKind.Values:
                Each(code, condition, targets, target => IsOther(rule, target.Access), target => Add(rule, fields, target.Path, "Value"));
                break;
            case RuleKind.Range when EmitValidator.Outside("", rule.Range!) is not null:
                Each(code, condition, targets, target => EmitValidator.OutsideNullable(target.Access, rule.Range!),
                    target => Add(rule, fields, target.Path, "Range"));
                break;
            case RuleKind.Pattern:
                Each(code, condition, targets,
                    target => $"{target.Access.Expression} is {{ }} {TextLocal} && {EmitTextChecks.Mismatch(name, rule.Pattern!, TextLocal)}",
                    target => Add(rule, fields, target.Path, "Characters"));
                break;
            case RuleKind.Equal:
                if (new EmitSums(code, fields).Expression(rule.To!) is { } sum)
                {
                    Each(code, And(condition, EmitConditions.IsPresent(targets[0].Access)), targets, target => $"!{sum}.Is({target.Access.Expression})",
                        target => Add(rule, fields, target.Path, "Sum"));
                }

                break;
            case RuleKind.Length:
                var text = targets[0].Access;
                using (
                    code.Block($"if ({And(condition, $"{text.Expression} is {{ }} {TextLocal} && ({EmitTextChecks.OutsideLength(TextLocal, rule.Length!)})")})")
                )
                {
                    code.Line(Add(rule, fields, targets[0].Path, "Length"));
                }

                break;
        }
    }

    private static void Combined(CodeWriter code, RuleModel rule, RuleFields fields)
    {
        var path = rule.Paths[0];
        var brackets = path.IndexOf("[]", StringComparison.Ordinal);
        var list = path.Substring(0, brackets);
        if (fields.Find(list) is not { Member.Item: { } item } access || EmitConditions.All(rule, fields) is not { } condition)
        {
            return;
        }

        var rest = path.Substring(brackets + 2).TrimStart('.');
        var text = rest.Length == 0 ? item.Local : item.Object is { } shape ? FieldAccess.Find(shape, item.Local, rest.Split('.'))?.Expression : null;
        if (text is null)
        {
            return;
        }

        using (code.Block($"if ({And(condition, $"{access.Expression} is {{ }} {ListLocal}")})"))
        {
            code.Line("var length = 0L;");
            using (code.Block($"foreach (var {item.Local} in {ListLocal})"))
            {
                code.Line($"length += {text} is {{ }} {TextLocal} ? global::Apm.ApmChecks.CodePoints({TextLocal}) : 0;");
            }

            code.Line();
            using (code.Block($"if ({EmitValidator.Outside("length", new RangeModel(rule.Length!.Min == 0 ? null : rule.Length.Min, rule.Length.Max))})"))
            {
                code.Line(Add(rule, fields, list, "Length"));
            }
        }
    }

    private static void Each<T>(CodeWriter code, string condition, IEnumerable<T> targets, Func<T, string> isWrong, Func<T, string> add)
    {
        foreach (var target in targets)
        {
            using (code.Block($"if ({And(condition, isWrong(target))})"))
            {
                code.Line(add(target));
            }
        }
    }

    // A value that the enum does not have is left out.
    private static string IsOther(RuleModel rule, FieldAccess access)
    {
        var allowed = rule.Values.Select(value => EmitConditions.Value(access.Member, value)).OfType<string>();
        var values = string.Join(" or ", access.IsNullable ? allowed.Prepend("null") : allowed);
        return values.Length == 0 ? EmitConditions.True : $"{access.Expression} is not ({values})";
    }

    // The methods that create alternatives put them in parentheses.
    private static string And(string first, string second) =>
        first == EmitConditions.True ? second : second == EmitConditions.True ? first : first + " && " + second;

    private static string Add(RuleModel rule, RuleFields fields, string path, string violation)
    {
        var requirement = RuleText.Requirement(rule, path, Name) + RuleText.When(rule, Name) + RuleText.Because(rule.Because);
        var place = $"{CSharpText.Literal("$." + fields.InItem(path))}, {CSharpText.Literal(fields.Find(path)!.Name)}";
        return $"violations.Add({place}, global::Apm.ViolationRule.{violation}, {CSharpText.Literal(requirement)});";
    }

    private static string Name(string path) => path;
}
