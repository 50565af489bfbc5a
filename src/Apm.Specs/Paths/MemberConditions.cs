namespace Apm.Specs;

/// <summary>Reads <c>when</c> of statuses, types, operations and errors: paths with the values that their members must have.</summary>
internal static class MemberConditions
{
    private const int MaxConditions = 20;

    /// <summary>All must hold. Conditions with mistakes are reported and left out.</summary>
    public static EquatableArray<MemberConditionModel> Bind(SpecValue? entry)
    {
        if (entry?.Mapping() is not { } mapping)
        {
            return default;
        }

        if (mapping.Entries.Count == 0)
        {
            entry.Empty();
        }
        else if (mapping.Entries.Count > MaxConditions)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.TooMuch,
                mapping.Entries[MaxConditions].Key.Span,
                $"there are more than {MaxConditions} conditions: remove the others");
        }

        return mapping.Entries.Take(MaxConditions).Select(when => Condition(when, entry.Diagnostics)).OfType<MemberConditionModel>().ToEquatableArray();
    }

    private static MemberConditionModel? Condition(MappingEntry when, DiagnosticBag report)
    {
        const string Hint = "present, absent, a value, a list of values or { not: … }";
        var value = new SpecValue(MessageText.Plain(when.Key.Value), Hint, when.Key, when.Value, report);
        if (!FieldPath.IsValidInResponse(when.Key, report))
        {
            return null;
        }

        switch (when.Value)
        {
            case ScalarSyntax { Style: ScalarStyle.Plain, Value: "present" }:
                return new MemberConditionModel(when.Key.Value, ConditionTest.Present, default);
            case ScalarSyntax { Style: ScalarStyle.Plain, Value: "absent" }:
                return new MemberConditionModel(when.Key.Value, ConditionTest.Absent, default);
            case MappingSyntax mapping:
                var not = new SpecMapping(mapping, SpecKeys.MemberCondition, report, when.Key.Span).Require("not");
                return not is null ? null : Values(when, ConditionTest.NoneOf, not);
            default:
                return Values(when, ConditionTest.OneOf, value);
        }
    }

    private static bool IsJson(ScalarSyntax text) => YamlBoolean.Of(text) is not null
        || (text is { Style: ScalarStyle.Plain, Value.Length: > 0 and < 16 }
            && text.Value.All(c => c is >= '0' and <= '9')
            && (text.Value == "0" || text.Value[0] != '0'));

    private static MemberConditionModel? Values(MappingEntry when, ConditionTest test, SpecValue listed)
    {
        var texts = listed.OneOrMore();
        var values = texts.Select(text => YamlBoolean.Normalize(text).Value).ToEquatableArray();
        return texts.Count == 0 ? null : new MemberConditionModel(when.Key.Value, test, values) { IsJson = texts.All(IsJson) };
    }
}
