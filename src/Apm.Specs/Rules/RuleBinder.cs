namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>Reads <c>rules:</c>. A rule that names no field, contradicts a field or can never hold is reported and dropped.</summary>
/// <param name="fields">Of the request that the rules are about.</param>
/// <param name="declaredBy">The spec that has the rules.</param>
/// <param name="origin">Whose rules these are, and whose the request.</param>
internal sealed class RuleBinder(FieldIndex fields, string declaredBy, RuleOrigin origin, DiagnosticBag report)
{
    private const int MaxRules = 200;
    private const int MaxLength = 1_000_000;
    private const int MaxPaths = 100;

    private static readonly RuleKind[] s_kinds = [.. ((RuleKind[])Enum.GetValues(typeof(RuleKind)))];

    /// <summary>The rules of the file; an item that is not a mapping is reported.</summary>
    public static List<MappingSyntax> Read(SpecValue? entry, DiagnosticBag report)
    {
        if (entry is null)
        {
            return [];
        }

        if (entry.Value is not SequenceSyntax list)
        {
            report.Add(SpecDescriptors.WrongKind, entry.Value.Span, $"'rules' must be {entry.Hint}, not {SpecValue.KindOf(entry.Value)}");
            return [];
        }

        foreach (var item in list.Items.Where(item => item is not MappingSyntax))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                item.Span,
                $"a rule must be a mapping, not {SpecValue.KindOf(item)}: "
                    + $"write {SpecKeys.Rule.Hint("require")} under 'require:', and its condition under 'when:'");
        }

        if (list.Items.Count > MaxRules)
        {
            report.Add(SpecDescriptors.TooMuch, list.Items[MaxRules].Span, $"there are more than {MaxRules} rules: remove the others");
        }

        return list.Items.Take(MaxRules).OfType<MappingSyntax>().ToList();
    }

    /// <summary>The rules of an operation, which are about its body.</summary>
    public static List<MappingSyntax> ReadOfBody(SpecMapping operation, bool hasBody)
    {
        var entry = operation.Find("rules");
        if (!hasBody && entry is not null)
        {
            operation.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                entry.Key.Span,
                "the operation has no body, so rules about its fields do not apply: remove 'rules', or add 'body'");
        }

        return Read(entry, operation.Diagnostics);
    }

    public EquatableArray<RuleModel> Bind(IEnumerable<MappingSyntax> rules)
    {
        var pairs = new RulePairs(report);
        return rules
            .Select(syntax => Rule(syntax) is { } rule && (origin == RuleOrigin.TakenOver || pairs.Add(rule, syntax)) ? rule : null)
            .OfType<RuleModel>()
            .ToEquatableArray();
    }

    private RuleModel? Rule(MappingSyntax syntax)
    {
        var place = syntax.Entries.Count > 0 ? syntax.Entries[0].Key.Span : syntax.Span;
        var map = new SpecMapping(syntax, SpecKeys.Rule, report, place);
        var declared = s_kinds.Where(kind => map.EntryOf(Key(kind)) is not null).OrderBy(kind => map.KeySpan(Key(kind))!.Value.Start).ToList();
        if (declared.Count != 1)
        {
            var keys = MessageText.List(s_kinds.Select(Key));
            report.Add(
                declared.Count == 0 ? SpecDescriptors.MissingKey : SpecDescriptors.DeclaredTwice,
                declared.Count == 0 ? place : map.KeySpan(Key(declared[1]))!.Value,
                declared.Count == 0
                    ? $"a rule must have one of the keys {keys}"
                    : $"a rule must have one requirement: write two rules for '{Key(declared[0])}' and '{Key(declared[1])}'");
            return null;
        }

        var kind = declared[0];
        if (map.Find(Key(kind)) is not { } entry)
        {
            return null;
        }

        if (kind != RuleKind.Equal && map.KeySpan("to") is { } to)
        {
            report.Add(SpecDescriptors.NotApplicable, to, "'to' applies only to 'equal': remove it");
        }

        var scope = new RuleScope(fields, origin == RuleOrigin.Api, report);
        var conditions = When(map, scope);
        var because = map.Find("because")?.Text();
        var outside = scope.List is null;
        var rule = new RuleModel
        {
            Kind = kind,
            Paths = default,
            When = conditions?.When ?? default,
            AnyOf = conditions?.AnyOf ?? default,
            Because = because,
            DeclaredBy = declaredBy,
        };
        var bound = kind switch
        {
            RuleKind.Length or RuleKind.CombinedLength => Lengths(rule, entry, scope),
            RuleKind.Equal => Equal(rule, entry, map, scope),
            RuleKind.Values or RuleKind.Range or RuleKind.Pattern => new RuleFacetBinder(origin == RuleOrigin.TakenOver, report).Bind(rule, entry, scope),
            _ => Fields(rule, entry, scope),
        };
        if (bound is null || conditions is null || IsUnconditional(bound, map) || !IsWithin(bound, scope, outside, entry))
        {
            return null;
        }

        return bound with { List = kind == RuleKind.CombinedLength ? null : scope.List };
    }

    // Null where something is wrong.
    private (EquatableArray<ConditionModel> When, EquatableArray<EquatableArray<ConditionModel>> AnyOf)? When(SpecMapping map, RuleScope scope)
    {
        if (map.Find("when") is not { } when)
        {
            return map.EntryOf("when") is null ? (default, default) : null;
        }

        var binder = new ConditionBinder(scope, origin == RuleOrigin.TakenOver, report);
        return when.Value is SequenceSyntax list
            ? binder.BindAlternatives(when, list) is { } alternatives ? alternatives.Count == 1 ? (alternatives[0], default) : (default, alternatives) : null
            : binder.Bind(when) is { } conditions ? (conditions, default)
            : null;
    }

    private RuleModel? Fields(RuleModel rule, SpecValue entry, RuleScope scope)
    {
        var isGroup = rule.Kind is RuleKind.AllOrNone or RuleKind.AtMostOne or RuleKind.AtLeastOne;
        var paths = isGroup ? entry.Texts() : entry.OneOrMore();
        if (paths.Count > MaxPaths)
        {
            report.Add(SpecDescriptors.TooMuch, paths[MaxPaths].Span, $"the rule has more than {MaxPaths} fields: write several rules");
            paths.RemoveRange(MaxPaths, paths.Count - MaxPaths);
        }

        var fields = paths.Select(path => (Path: path, Field: scope.Find(path))).ToList();
        if (origin == RuleOrigin.TakenOver && rule.Kind == RuleKind.AtLeastOne && fields.Any(field => field.Field is { } found && scope.IsAlwaysThere(found)))
        {
            return null;
        }

        var kept = fields.Where(field => field.Field is { } found && Fits(rule, found, field.Path, scope)).Select(field => field.Field!.Path).ToList();
        if (!isGroup || kept.Count > 1)
        {
            return kept.Count == 0 ? null : rule with { Paths = kept.ToEquatableArray() };
        }

        if (paths.Count == kept.Count)
        {
            report.Add(SpecDescriptors.MissingKey, entry.Value.Span, $"a group must have two fields or more: '{entry.Name}' must be {entry.Hint}");
        }

        return null;
    }

    private bool Fits(RuleModel rule, FieldModel field, ScalarSyntax path, RuleScope scope)
    {
        var kind = rule.Kind;
        var problem = kind switch
        {
            RuleKind.Require when origin != RuleOrigin.TakenOver && rule.When.Any(condition => condition.Path == field.Path) =>
                "is required when it is set: name another field in 'when', or write required: true at the field",
            _ when field.Const is not null && field.Type == FieldType.Const => "is a constant, which is always sent: remove it from the rule",
            _ when !scope.IsAlwaysThere(field) || (origin == RuleOrigin.TakenOver && kind is RuleKind.AllOrNone or RuleKind.AtMostOne) => null,
            RuleKind.Require => "is always present: remove it from the rule",
            RuleKind.Forbid => "is always present, which contradicts the rule: write required: false at the field, or remove the rule",
            RuleKind.AtMostOne => "is always present, so none of the others can be: write required: false at the field, or remove the rule",
            RuleKind.AtLeastOne => "is always present, so the rule always holds: write required: false at the field, or remove the rule",
            _ => "is always present, so all the others are required: write required: true at each of them, and remove the rule",
        };
        if (problem is not null)
        {
            report.Add(SpecDescriptors.Contradiction, path.Span, $"{MessageText.Of(field.Path)} {problem}");
        }

        return problem is null;
    }

    private RuleModel? Lengths(RuleModel rule, SpecValue entry, RuleScope scope)
    {
        if (entry.Mapping() is not { Entries: var entries })
        {
            return null;
        }

        if (entries.Count == 0)
        {
            entry.Empty();
            return null;
        }

        if (entries.Count > 1)
        {
            report.Add(SpecDescriptors.DeclaredTwice, entries[1].Key.Span, "a rule must be about the length of one field: write two rules");
            return null;
        }

        var (path, value) = (entries[0].Key, entries[0].Value);
        if (Text(rule.Kind, path, scope) is not { } field
            || RangeText.Read(new SpecValue(path.Value, "a number or a range of code points, such as 11 or 1..255", path, value, report), 0, MaxLength)
                is not { } range)
        {
            return null;
        }

        if (rule.Kind == RuleKind.Length && (range.Max < field.Length?.Min || range.Min > field.Length?.Max))
        {
            report.Add(
                SpecDescriptors.Contradiction,
                value.Span,
                $"{MessageText.Of(field.Path)} never has this length: its length is {RangeText.Of(RangeText.Of(field.Length!))}");
            return null;
        }

        return rule with { Paths = new[] { field.Path }.ToEquatableArray(), Length = new LengthModel((int)(range.Min ?? 0), (int?)range.Max) };
    }

    private RuleModel? Equal(RuleModel rule, SpecValue entry, SpecMapping map, RuleScope scope)
    {
        var to = map.Require("to");
        if (entry.Scalar() is not { } path || scope.Find(path) is not { } field || to is null)
        {
            return null;
        }

        if (field.Type is not (FieldType.Integer or FieldType.MinorUnits or FieldType.Money))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                path.Span,
                $"{MessageText.Of(path.Value)} is of type {TypeFacet.Id(field.Type)}: name a field of type integer, minor-units or money");
            return null;
        }

        return new SumBinder(fields, field, report).Bind(to) is { } term
            ? rule with
            {
                Paths = new[] { field.Path }.ToEquatableArray(),
                To = term,
                ToText = to.Text(),
            }
            : null;
    }

    private FieldModel? Text(RuleKind kind, ScalarSyntax path, RuleScope scope)
    {
        var field = kind == RuleKind.CombinedLength && FieldPath.IsItem(path.Value) ? fields.Find(path.Value) ?? scope.Find(path) : scope.Find(path);
        if (field is null)
        {
            return null;
        }

        var isInList =
            path.Value.IndexOf(FieldPath.Item, StringComparison.Ordinal) is >= 0 and var first
            && path.Value.IndexOf(FieldPath.Item, first + 1, StringComparison.Ordinal) < 0;
        var problem =
            field.Type is not (FieldType.String or FieldType.Email or FieldType.Phone or FieldType.Iban or FieldType.Json)
                ? $"is of type {TypeFacet.Id(field.Type)}: name a field of type string"
            : kind == RuleKind.CombinedLength && !isInList ? "is not in a list: name the items of a list, such as tags[], or a member of the items"
            : null;
        if (problem is not null)
        {
            report.Add(SpecDescriptors.WrongKind, path.Span, $"{MessageText.Of(path.Value)} {problem}");
            return null;
        }

        return field;
    }

    private bool IsUnconditional(RuleModel rule, SpecMapping map)
    {
        if (map.EntryOf("when") is not null
            || rule.Kind is not (RuleKind.Require or RuleKind.Length or RuleKind.Values or RuleKind.Range or RuleKind.Pattern))
        {
            return false;
        }

        map.Require("when");
        return true;
    }

    // Fields outside the list cannot be checked for each item.
    private bool IsWithin(RuleModel rule, RuleScope scope, bool isConditionOutside, SpecValue entry)
    {
        if (rule.Kind == RuleKind.CombinedLength ? isConditionOutside : scope.List is null || rule.Paths.All(path => FieldPath.List(path) == scope.List))
        {
            return true;
        }

        report.Add(
            SpecDescriptors.WrongKind,
            entry.Value.Span,
            $"the rule is about the items of {MessageText.Of(scope.List!)}: name only fields of these items, and write another rule for the others");
        return false;
    }

    private static string Key(RuleKind kind) => KebabCase.Of(kind.ToString());
}
