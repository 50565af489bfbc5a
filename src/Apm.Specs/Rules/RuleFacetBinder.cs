using Apm.Iso;

namespace Apm.Specs;

/// <summary>Reads a rule that gives a field fewer values, a smaller range or a pattern under a condition.</summary>
/// <param name="isTakenOver">The rule is the API's and the fields are a method's, which may have fewer values.</param>
internal sealed class RuleFacetBinder(bool isTakenOver, DiagnosticBag report)
{
    private const int MaxValues = 500;

    /// <returns>Null where something is wrong, or the field meets the rule anyway.</returns>
    public RuleModel? Bind(RuleModel rule, SpecValue entry, RuleScope scope)
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
            report.Add(SpecDescriptors.DeclaredTwice, entries[1].Key.Span, $"a rule must be about the {entry.Name} of one field: write two rules");
            return null;
        }

        var (path, value) = (entries[0].Key, entries[0].Value);
        if (scope.Find(path) is not { } field || Types(rule.Kind) is var types && !Fits(field, types, path))
        {
            return null;
        }

        var named = rule with { Paths = new[] { field.Path }.ToEquatableArray() };
        return rule.Kind switch
        {
            RuleKind.Values => Values(named, field, new SpecValue(path.Value, "a value or a list of values, such as [SE, FI]", path, value, report)),
            RuleKind.Range => Range(named, field, new SpecValue(path.Value, "a number or a range, such as 1..5", path, value, report)),
            _ => Pattern(named, field, new SpecValue(path.Value, "a regular expression in single quotes, such as '[0-9]{5}'", path, value, report)),
        };
    }

    private static FieldType[] Types(RuleKind kind) => kind switch
    {
        RuleKind.Values => [FieldType.String, FieldType.Enum, FieldType.Country, FieldType.Language, FieldType.Locale, FieldType.Currency],
        RuleKind.Range => [FieldType.Integer, FieldType.MinorUnits, FieldType.Decimal],
        _ => [FieldType.String, FieldType.Phone, FieldType.Email],
    };

    private bool Fits(FieldModel field, FieldType[] types, ScalarSyntax path)
    {
        // A method may fix the value of a field of the API.
        if (types.Contains(field.Type) || (isTakenOver && field.Type == FieldType.Const))
        {
            return true;
        }

        report.Add(
            field.Type == FieldType.Const ? SpecDescriptors.Contradiction : SpecDescriptors.WrongKind,
            path.Span,
            field.Type == FieldType.Const
                ? $"{MessageText.Of(path.Value)} is always {MessageText.Of(field.Const!)}: remove the rule"
                : $"{MessageText.Of(path.Value)} is of type {TypeFacet.Id(field.Type)}: name a field of type "
                    + MessageText.List(types.Select(TypeFacet.Id)));
        return false;
    }

    private RuleModel? Values(RuleModel rule, FieldModel field, SpecValue entry)
    {
        var texts = entry.OneOrMore();
        if (texts.Count > MaxValues)
        {
            report.Add(SpecDescriptors.TooMuch, texts[MaxValues].Span, $"the rule has more than {MaxValues} values");
            texts.RemoveRange(MaxValues, texts.Count - MaxValues);
        }

        var known = texts.Where(text => IsKnown(field, text)).Select(text => text.Value).ToList();
        if (isTakenOver)
        {
            // If the field never has one of the values, the rule forbids it.
            known = known.Count > 0 ? known : [.. texts.Select(text => text.Value)];
            var only = field.Const is { } constant ? [constant] : field.Values.AsEnumerable();
            return known.Count == 0 || (only.Any() && only.All(known.Contains)) ? null : rule with { Values = known.ToEquatableArray() };
        }

        if (known.Count < texts.Count || known.Count == 0)
        {
            return null;
        }

        if (!field.Values.IsEmpty && field.Values.All(known.Contains))
        {
            report.Add(
                SpecDescriptors.Contradiction,
                entry.Value.Span,
                $"{MessageText.Of(field.Path)} has no other values than these, so the rule always holds: remove values, or remove the rule");
            return null;
        }

        return rule with { Values = known.ToEquatableArray() };
    }

    private bool IsKnown(FieldModel field, ScalarSyntax text)
    {
        if (!field.Values.IsEmpty && !field.Values.Contains(text.Value))
        {
            var values = "write one of " + MessageText.List(field.Values.Select(MessageText.Plain));
            return Wrong(text, $"{MessageText.Of(field.Path)} never has this value: {report.Suggestions.DidYouMean(text.Value, field.Values, values)}");
        }

        return !field.Values.IsEmpty
            || field.Type switch
            {
                FieldType.Country => IsoCodes.IsCountry(text, report),
                FieldType.Language => IsoCodes.IsLanguage(text, report),
                FieldType.Locale => LocaleCode.IsKnown(text.Value, field.Separator)
                    || Wrong(text, $"write a language and a country, such as de{field.Separator}DE"),
                FieldType.Currency => IsoCodes.IsCurrency(text, report, isExtra: false, []),
                _ => true,
            };
    }

    private RuleModel? Range(RuleModel rule, FieldModel field, SpecValue entry)
    {
        if (RangeText.Read(entry, long.MinValue, long.MaxValue) is not { } range)
        {
            return null;
        }

        if (range.Max < field.Range?.Min || range.Min > field.Range?.Max)
        {
            report.Add(
                SpecDescriptors.Contradiction,
                entry.Value.Span,
                $"{MessageText.Of(field.Path)} is never in this range: its range is {RangeText.Of(field.Range!)}");
            return null;
        }

        return rule with { Range = range };
    }

    private RuleModel? Pattern(RuleModel rule, FieldModel field, SpecValue entry)
    {
        if (PatternFacet.Parse(entry) is not { } pattern)
        {
            return null;
        }

        if (pattern.Lengths is var (min, max) && (min > field.Length?.Max || max < field.Length?.Min))
        {
            report.Add(
                SpecDescriptors.Contradiction,
                entry.Value.Span,
                $"{MessageText.Of(field.Path)} never has this form: its length is {RangeText.Of(RangeText.Of(field.Length!))}");
            return null;
        }

        return field.Const is { } only && pattern.IsMatch(only) ? null : rule with { Pattern = pattern.ToModel(isNeverEmpty: field.Length?.Min >= 1) };
    }

    private bool Wrong(ScalarSyntax text, string why)
    {
        report.Add(SpecDescriptors.WrongKind, text.Span, $"{MessageText.Of(text.Value)} does not fit here: {why}");
        return false;
    }
}
