using System.Globalization;

namespace Apm.Specs;

/// <summary>Reads <c>when:</c> of a rule. A condition that can never hold is reported.</summary>
/// <param name="isTakenOver">The rule is the API's and the fields are a method's, which may have fewer values.</param>
internal sealed class ConditionBinder(RuleScope scope, bool isTakenOver, DiagnosticBag report)
{
    private const int MaxConditions = 20;
    private const int MaxAlternatives = 20;

    private const string Never = "so the rule can never apply";

    /// <summary>Reads a list of mappings, one of which must hold.</summary>
    /// <returns>Null where something is wrong.</returns>
    public EquatableArray<EquatableArray<ConditionModel>>? BindAlternatives(SpecValue when, SequenceSyntax list)
    {
        if (list.Items.Count is 0 or > MaxAlternatives)
        {
            report.Add(
                list.Items.Count == 0 ? SpecDescriptors.MissingKey : SpecDescriptors.TooMuch,
                list.Items.Count == 0 ? list.Span : list.Items[MaxAlternatives].Span,
                list.Items.Count == 0 ? "'when' is empty: write " + when.Hint : $"there are more than {MaxAlternatives} alternatives: remove the others");
            return null;
        }

        var alternatives = list.Items.Select(item => Bind(when with { Value = item })).ToList();
        var kept = alternatives.OfType<EquatableArray<ConditionModel>>().ToEquatableArray();
        return kept.IsEmpty || (!isTakenOver && kept.Count < alternatives.Count) ? null : kept;
    }

    /// <returns>Null where something is wrong.</returns>
    public EquatableArray<ConditionModel>? Bind(SpecValue when)
    {
        if (when.Mapping() is not { } mapping)
        {
            return null;
        }

        if (mapping.Entries.Count is 0 or > MaxConditions)
        {
            report.Add(
                mapping.Entries.Count == 0 ? SpecDescriptors.MissingKey : SpecDescriptors.TooMuch,
                when.Key.Span,
                mapping.Entries.Count == 0 ? "'when' is empty: write " + when.Hint : $"there are more than {MaxConditions} conditions: remove the others");
            return null;
        }

        var conditions = mapping.Entries.Select(Condition).ToList();
        return conditions.Any(condition => condition is null) ? null : conditions.OfType<ConditionModel>().ToEquatableArray();
    }

    private ConditionModel? Condition(MappingEntry entry)
    {
        var isCurrency = entry.Key.Value == RuleScope.PaymentCurrency;
        if ((isCurrency ? scope.FindMoneyOfPayment(entry.Key) : scope.Find(entry.Key)) is not { } field)
        {
            return null;
        }

        if (isCurrency)
        {
            return Currency(entry, field) is { } condition ? condition with { Path = field.Path, IsCurrency = true } : null;
        }

        var value = new SpecValue(
            entry.Key.Value,
            "a value, a list of values, present, absent, { not: … } or { starts-with: … }",
            entry.Key,
            entry.Value,
            report);
        switch (entry.Value)
        {
            case ScalarSyntax { IsNull: true }:
                report.Add(SpecDescriptors.MissingKey, entry.Key.Span, $"the condition of {MessageText.Of(field.Path)} has no value: write {value.Hint}");
                return null;
            case ScalarSyntax { Style: ScalarStyle.Plain, Value: "present" }:
                return new ConditionModel(field.Path, ConditionTest.Present, default, false);
            case ScalarSyntax { Style: ScalarStyle.Plain, Value: "absent" } when scope.IsAlwaysThere(field):
                report.Add(SpecDescriptors.Contradiction, entry.Value.Span, $"{MessageText.Of(field.Path)} is always present, {Never}");
                return null;
            case ScalarSyntax { Style: ScalarStyle.Plain, Value: "absent" }:
                return new ConditionModel(field.Path, ConditionTest.Absent, default, true);
            case MappingSyntax mapping:
                return Special(field, mapping, entry.Key);
            default:
                return Values(field, ConditionTest.OneOf, value);
        }
    }

    // The currency of the payment is a field with the currencies that the method accepts.
    private ConditionModel? Currency(MappingEntry entry, FieldModel money)
    {
        var currency = money with { Path = entry.Key.Value, Type = FieldType.Currency, Values = money.Money!.Currencies, Money = null };
        var value = new SpecValue(entry.Key.Value, "a currency, a list of currencies, or { not: … }", entry.Key, entry.Value, report);
        switch (entry.Value)
        {
            case ScalarSyntax { IsNull: true }:
                report.Add(SpecDescriptors.MissingKey, entry.Key.Span, $"the condition of {MessageText.Of(entry.Key.Value)} has no value: write {value.Hint}");
                return null;
            case ScalarSyntax { Style: ScalarStyle.Plain, Value: "present" or "absent" }:
                report.Add(SpecDescriptors.NotApplicable, entry.Value.Span, $"{MessageText.Of(entry.Key.Value)} is always present: write {value.Hint}");
                return null;
            case MappingSyntax mapping:
                return Special(currency, mapping, entry.Key);
            default:
                return Values(currency, ConditionTest.OneOf, value);
        }
    }

    private ConditionModel? Special(FieldModel field, MappingSyntax mapping, ScalarSyntax key)
    {
        var map = new SpecMapping(mapping, SpecKeys.Condition, report, key.Span);
        var (not, starts) = (map.Find("not"), map.Find("starts-with"));
        if (not is null == starts is null)
        {
            if (not is not null)
            {
                report.Add(SpecDescriptors.DeclaredTwice, starts!.Key.Span, "a condition must have one test: keep 'not' or 'starts-with'");
            }
            else if (mapping.Entries.Count == 0)
            {
                report.Add(SpecDescriptors.MissingKey, mapping.Span, "the condition is empty: write { not: … } or { starts-with: … }");
            }

            return null;
        }

        return not is not null ? Values(field, ConditionTest.NoneOf, not) : Values(field, ConditionTest.StartsWith, starts!);
    }

    private ConditionModel? Values(FieldModel field, ConditionTest test, SpecValue entry)
    {
        if (isTakenOver && field.Const is { } only)
        {
            var listed = (entry.Value is SequenceSyntax list ? list.Items : [entry.Value]).OfType<ScalarSyntax>().Select(item => item.Value).ToList();
            return IsMet(test, listed, only) ? new ConditionModel(field.Path, ConditionTest.Present, default, false) : null;
        }

        var isNumber = field.Type is FieldType.Integer or FieldType.MinorUnits or FieldType.Boolean;
        if (field.Const is not null
            || field.Type is FieldType.Object or FieldType.List or FieldType.Money or FieldType.Url or FieldType.Date or FieldType.Json
            || field.Type is FieldType.DateTime or FieldType.Decimal or FieldType.Map
            || (isNumber && test == ConditionTest.StartsWith))
        {
            report.Add(
                SpecDescriptors.NotApplicable,
                entry.Value.Span,
                $"{MessageText.Of(field.Path)} is {(field.Const is null ? "of type " + TypeFacet.Id(field.Type) : "always " + MessageText.Of(field.Const))}: "
                    + (isNumber ? "write one or more values" : "write present or absent"));
            return null;
        }

        var texts = entry.Value is ScalarSyntax single ? [single] : ValueList.Read(entry);
        var values = texts.Select(text => Value(field, test, text)).ToList();
        if (isTakenOver && test == ConditionTest.NoneOf && values.All(value => value is null))
        {
            return new ConditionModel(field.Path, ConditionTest.Present, default, false);
        }

        if (values.Count == 0 || (isTakenOver ? values.All(value => value is null) : values.Any(value => value is null)))
        {
            if (entry.Value is SequenceSyntax { Items.Count: 0 })
            {
                report.Add(SpecDescriptors.MissingKey, entry.Value.Span, "no value is listed: " + Never.Substring(3));
            }

            return null;
        }

        var accepted = values.OfType<string>().ToList();
        if (test == ConditionTest.NoneOf && !field.Values.IsEmpty && field.Values.All(accepted.Contains))
        {
            report.Add(SpecDescriptors.Contradiction, entry.Value.Span, $"{MessageText.Of(field.Path)} has no other values than these, {Never}");
            return null;
        }

        return new ConditionModel(
            field.Path,
            test,
            accepted.ToEquatableArray(),
            field.Default is { } assumed && !scope.IsAlwaysThere(field) && IsMet(test, accepted, assumed));
    }

    private static bool IsMet(ConditionTest test, List<string> values, string assumed) => test switch
    {
        ConditionTest.OneOf => values.Contains(assumed),
        ConditionTest.NoneOf => !values.Contains(assumed),
        _ => values.Any(start => assumed.StartsWith(start, StringComparison.Ordinal)),
    };

    /// <returns>As JSON has it; null where the field is never so.</returns>
    private string? Value(FieldModel field, ConditionTest test, ScalarSyntax text)
    {
        if (test == ConditionTest.StartsWith)
        {
            return text.Value.Length > 0 && (field.Values.IsEmpty || field.Values.Any(value => value.StartsWith(text.Value, StringComparison.Ordinal)))
                ? text.Value
                : Wrong(text, $"no value of {MessageText.Of(field.Path)} starts with this text");
        }

        if (!field.Values.IsEmpty)
        {
            if (field.Values.Contains(text.Value))
            {
                return text.Value;
            }

            var values = "write one of " + MessageText.List(field.Values.Select(MessageText.Plain));
            var suggestion = report.Suggestions.DidYouMean(text.Value, field.Values, values);
            return Wrong(text, $"{MessageText.Of(field.Path)} never has this value: {suggestion}");
        }

        switch (field.Type)
        {
            case FieldType.Boolean:
                return Boolean(text);
            case FieldType.Integer or FieldType.MinorUnits:
                return !long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                        ? Wrong(text, "write a whole number")
                    : number < field.Range?.Min || number > field.Range?.Max
                        ? Wrong(text, $"{MessageText.Of(field.Path)} never has this value: its range is {RangeText.Of(field.Range!)}")
                    : SpecValue.Invariant(number);
            case FieldType.Country:
                return IsoCodes.IsCountry(text, report) ? text.Value : null;
            case FieldType.Language:
                return IsoCodes.IsLanguage(text, report) ? text.Value : null;
            default:
                return text.Value;
        }
    }

    private string? Boolean(ScalarSyntax text)
    {
        if (YamlBoolean.IsQuoted(text))
        {
            report.Add(SpecDescriptors.WrongKind, text.Span, YamlBoolean.QuotedMessage(text));
            return null;
        }

        return YamlBoolean.Of(text) is null ? Wrong(text, "write true or false") : YamlBoolean.Normalize(text).Value;
    }

    private string? Wrong(ScalarSyntax text, string why)
    {
        report.Add(SpecDescriptors.WrongKind, text.Span, $"{MessageText.Of(text.Value)} does not fit here: {why}");
        return null;
    }
}
