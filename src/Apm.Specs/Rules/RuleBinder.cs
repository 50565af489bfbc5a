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

    /// <summary>The rules as the file has them; what is no mapping is reported.</summary>
    public static List<MappingSyntax> Read(SpecValue? entry, DiagnosticBag report)
    {
        if (entry is null)
        {
            return [];
        }

        if (entry.Value is not SequenceSyntax list)
        {
            report.Add(SpecDescriptors.WrongKind, entry.Value.Span, $"'rules' is {entry.Hint}, not {SpecValue.KindOf(entry.Value)}");
            return [];
        }

        foreach (var item in list.Items.Where(item => item is not MappingSyntax))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                item.Span,
                $"a rule is a mapping, not {SpecValue.KindOf(item)}: write {SpecKeys.Rule.Hint("require")} under 'require:', and its condition under 'when:'");
        }

        if (list.Items.Count > MaxRules)
        {
            report.Add(SpecDescriptors.TooMuch, list.Items[MaxRules].Span, $"these are more than {MaxRules} rules");
        }

        return list.Items.Take(MaxRules).OfType<MappingSyntax>().ToList();
    }

    /// <summary>The same of an operation, whose rules are about its body.</summary>
    public static List<MappingSyntax> ReadOfBody(SpecMapping operation, bool hasBody)
    {
        var entry = operation.Find("rules");
        if (!hasBody && entry is not null)
        {
            operation.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                entry.Key.Span,
                "the operation has no body, whose fields rules could tie together: remove 'rules', or add 'body'");
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
        var said = s_kinds.Where(kind => map.EntryOf(Key(kind)) is not null).OrderBy(kind => map.KeySpan(Key(kind))!.Value.Start).ToList();
        if (said.Count != 1)
        {
            var keys = MessageText.List(s_kinds.Select(Key));
            report.Add(
                said.Count == 0 ? SpecDescriptors.MissingKey : SpecDescriptors.DeclaredTwice,
                said.Count == 0 ? place : map.KeySpan(Key(said[1]))!.Value,
                said.Count == 0
                    ? $"a rule says what must be, with one of {keys}"
                    : $"a rule says one thing: make two rules of '{Key(said[0])}' and '{Key(said[1])}'");
            return null;
        }

        var kind = said[0];
        if (map.Find(Key(kind)) is not { } entry)
        {
            return null;
        }

        if (kind != RuleKind.Equal && map.KeySpan("to") is { } to)
        {
            report.Add(SpecDescriptors.NotApplicable, to, "'to' is for 'equal': remove it");
        }

        var scope = new RuleScope(fields, origin == RuleOrigin.Api, report);
        var when =
            map.Find("when") is { } conditions ? new ConditionBinder(scope, origin == RuleOrigin.TakenOver, report).Bind(conditions)
            : map.EntryOf("when") is null ? default(EquatableArray<ConditionModel>)
            : null;
        var because = map.Find("because")?.Text();
        var outside = scope.List is null;
        var rule = new RuleModel { Kind = kind, Paths = default, When = when ?? default, Because = because, DeclaredBy = declaredBy };
        var bound = kind switch
        {
            RuleKind.Length or RuleKind.CombinedLength => Lengths(rule, entry, scope),
            RuleKind.Equal => Equal(rule, entry, map, scope),
            _ => Fields(rule, entry, scope),
        };
        if (bound is null || when is null || IsUnconditional(bound, map) || !IsWithin(bound, scope, outside, entry))
        {
            return null;
        }

        return bound with { List = kind == RuleKind.CombinedLength ? null : scope.List };
    }

    private RuleModel? Fields(RuleModel rule, SpecValue entry, RuleScope scope)
    {
        var paths = rule.Kind == RuleKind.AllOrNone ? entry.Texts() : entry.OneOrMore();
        if (paths.Count > MaxPaths)
        {
            report.Add(SpecDescriptors.TooMuch, paths[MaxPaths].Span, $"these are more than {MaxPaths} fields of one rule");
            paths.RemoveRange(MaxPaths, paths.Count - MaxPaths);
        }

        var kept = paths.Where(path => scope.Find(path) is { } field && Fits(rule, field, path, scope)).Select(path => path.Value).ToList();
        if (rule.Kind != RuleKind.AllOrNone || kept.Count > 1)
        {
            return kept.Count == 0 ? null : rule with { Paths = kept.ToEquatableArray() };
        }

        if (paths.Count == kept.Count)
        {
            report.Add(SpecDescriptors.MissingKey, entry.Value.Span, "a group has two fields or more: 'all-or-none' is " + entry.Hint);
        }

        return null;
    }

    private bool Fits(RuleModel rule, FieldModel field, ScalarSyntax path, RuleScope scope)
    {
        var kind = rule.Kind;
        var problem = kind switch
        {
            RuleKind.Require when origin != RuleOrigin.TakenOver && rule.When.Any(condition => condition.Path == field.Path) =>
                "is required by a condition of its own: name another field in 'when', or write required: true at the field",
            _ when field.Const is not null && field.Type == FieldType.Const => "is a constant, which is always sent: leave it out",
            _ when !scope.IsAlwaysThere(field) || (origin == RuleOrigin.TakenOver && kind == RuleKind.AllOrNone) => null,
            RuleKind.Require => "is always there: leave it out",
            RuleKind.Forbid => "is always there, which this contradicts: make it 'required: false', or leave the rule out",
            _ => "is always there, so that all the others are required: write that at them, and leave the rule out",
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
            report.Add(SpecDescriptors.DeclaredTwice, entries[1].Key.Span, "a rule is about the length of one field: make two rules");
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
                $"{MessageText.Of(field.Path)} never has this length: it has {RangeText.Of(RangeText.Of(field.Length!))}");
            return null;
        }

        return rule with { Paths = new[] { path.Value }.ToEquatableArray(), Length = new LengthModel((int)(range.Min ?? 0), (int?)range.Max) };
    }

    private RuleModel? Equal(RuleModel rule, SpecValue entry, SpecMapping map, RuleScope scope)
    {
        var to = map.Require("to");
        if (entry.Scalar() is not { } path || scope.Find(path) is not { } field || to is null)
        {
            return null;
        }

        if (field.Type is not (FieldType.Integer or FieldType.MinorUnits))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                path.Span,
                $"{MessageText.Of(path.Value)} is of type {TypeFacet.Id(field.Type)}: name a field of type integer or minor-units");
            return null;
        }

        return new SumBinder(fields, field, report).Bind(to) is { } term
            ? rule with
            {
                Paths = new[] { path.Value }.ToEquatableArray(),
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
            : kind == RuleKind.CombinedLength && !isInList ? "lies in no list: name the items of one, such as tags[], or a member of them"
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
        if (map.EntryOf("when") is not null || rule.Kind is not (RuleKind.Require or RuleKind.Length))
        {
            return false;
        }

        map.Require("when");
        return true;
    }

    // What is outside of the list cannot be judged item by item.
    private bool IsWithin(RuleModel rule, RuleScope scope, bool isConditionOutside, SpecValue entry)
    {
        if (rule.Kind == RuleKind.CombinedLength ? isConditionOutside : scope.List is null || rule.Paths.All(path => FieldPath.List(path) == scope.List))
        {
            return true;
        }

        report.Add(
            SpecDescriptors.WrongKind,
            entry.Value.Span,
            $"the rule is about the items of {MessageText.Of(scope.List!)}: name fields within them only, and make another rule of the others");
        return false;
    }

    private static string Key(RuleKind kind) => KebabCase.Of(kind.ToString());
}
