namespace Apm.Specs;

/// <summary><c>values</c>: the values that are allowed, or the name of a list of the API.</summary>
internal sealed class ValuesFacet()
    : Facet<IReadOnlyList<ScalarSyntax>>(
        "values",
        "a list, such as [WEB, APP], or the name of one under 'lists' of the API",
        FieldType.Enum,
        FieldType.Country,
        FieldType.Language,
        FieldType.Locale,
        FieldType.Currency)
{
    public override string Schema => """
        {
          "description": "The allowed values, or the name of one of the API's 'lists'.",
          "type": ["array", "string"],
          "minItems": 1,
          "uniqueItems": true,
          "items": { "type": ["string", "number", "boolean"] },
          "pattern": "^[a-z][A-Za-z0-9]{0,49}$",
          "patternErrorMessage": "A list, such as [WEB], or the name of one of the API's lists.",
          "examples": [["WEB", "APP"], "eurozone"]
        }
        """;

    protected override IReadOnlyList<ScalarSyntax>? Read(SpecValue value, FieldSource source)
    {
        if (value.Value is ScalarSyntax { IsNull: false } name)
        {
            if (source.Vocabulary?.List(name) is { } listed)
            {
                return listed;
            }

            if (source.Vocabulary is { } vocabulary && value.Diagnostics.Suggestions.NearestTo(name.Value, vocabulary.Lists) is { } near)
            {
                value.Diagnostics.Add(
                    SpecDescriptors.UnknownName,
                    name.Span,
                    $"the API has no list {MessageText.Of(name.Value)}: did you mean '{near}'?");
                return null;
            }
        }

        var values = ValueList.Read(value);
        if (value.Value is SequenceSyntax { Items.Count: 0 })
        {
            value.Diagnostics.Add(SpecDescriptors.MissingKey, value.Value.Span, $"'{Name}' lists no value: write {value.Hint}");
        }

        return values.Count == 0 ? null : values;
    }

    // All values are kept, so that 'default' is not reported because of the same mistake.
    protected override IReadOnlyList<ScalarSyntax> Narrow(IReadOnlyList<ScalarSyntax> own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) is not { } inherited)
        {
            return own;
        }

        var report = narrowing.Rules.Report;
        var known = new HashSet<string>(inherited.Select(value => value.Value), StringComparer.Ordinal);
        foreach (var value in own.TakeWhile(_ => !report.IsFull).Where(value => !known.Contains(value.Value)))
        {
            var place = narrowing.Base.Location(this);
            report.Add(
                SpecDescriptors.Widens,
                value.Span,
                $"{MessageText.Of(value.Value)} is not one of the values in {LocationText.Of(place)}: "
                    + report.Suggestions.DidYouMean(value.Value, known, "leave it out"),
                place);
        }

        return own;
    }

    protected override IReadOnlyList<ScalarSyntax>? Check(IReadOnlyList<ScalarSyntax> value, FieldType type, CurrencyNames currencies, DiagnosticBag report)
    {
        // The separator of a locale is checked with its values.
        if (type is FieldType.Enum or FieldType.Locale)
        {
            return value;
        }

        var fitting = value.Where(code => type switch
        {
            FieldType.Country => IsoCodes.IsCountry(code, report),
            FieldType.Language => IsoCodes.IsLanguage(code, report),
            _ => currencies.IsKnown(code, report),
        }).ToList();
        return fitting.Count == 0 ? null : fitting;
    }

    protected override string? Problem(IReadOnlyList<ScalarSyntax> constraint, ScalarSyntax value, FieldType type, Suggestions suggestions)
    {
        var texts = constraint.Select(item => item.Value).ToList();
        return texts.Contains(value.Value)
            ? null
            : suggestions.DidYouMean(value.Value, texts, "write one of " + MessageText.List(texts.Select(MessageText.Plain)));
    }

    protected override FieldModel Project(IReadOnlyList<ScalarSyntax> value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Values = value.Select(item => item.Value).ToEquatableArray() };
}

public sealed partial record FieldModel
{
    /// <summary>The allowed values of an enum, or of a country, language, locale or currency whose values are narrowed.</summary>
    public EquatableArray<string> Values { get; init; }
}
