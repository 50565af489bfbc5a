namespace Apm.Specs;

/// <summary>Reads what a file says about its fields, each by itself.</summary>
/// <param name="vocabulary">What the API names; null where there is no API, whose names then are not known.</param>
internal sealed class FieldReader(string file, bool isApi, SharedDefinitions? vocabulary, DiagnosticBag report)
{
    private const int MaxFields = 500;
    private const int MaxLength = 1_000_000;
    private const int MaxCount = 10_000;
    private const int MaxUnitLength = 30;

    public List<FieldDeclaration> Read(MappingSyntax fields)
    {
        var read = new List<FieldDeclaration>();
        foreach (var entry in fields.Entries)
        {
            if (read.Count == MaxFields)
            {
                report.Add(SpecDescriptors.TooMuch, entry.Key.Span, $"these are more than {MaxFields} fields");
                break;
            }

            if (!FieldPath.IsValid(entry.Key, report))
            {
                continue;
            }

            if (entry.Value is MappingSyntax facts)
            {
                read.Add(Field(entry.Key, facts));
            }
            else
            {
                report.Add(SpecDescriptors.WrongKind, entry.Value.Span.Length == 0 ? entry.Key.Span : entry.Value.Span,
                    $"a field is a mapping, not {SpecValue.KindOf(entry.Value)}: write {MessageText.Plain(entry.Key.Value)}: {{ type: string }}");
            }
        }

        return read;
    }

    private FieldDeclaration Field(ScalarSyntax key, MappingSyntax facts)
    {
        var map = new SpecMapping(facts, SpecKeys.Field, report, key.Span);
        var only = map.Find("const")?.Scalar();
        if (only is not null)
        {
            ConstChecker.Check(only, report);
        }

        var required = map.Find("required");
        var isByDefault = required?.Value is ScalarSyntax { Value: "by-default" };
        if (isByDefault && !isApi)
        {
            report.Add(SpecDescriptors.WrongKind, required!.Value.Span, "'by-default' is for API files: in a method write required: true or required: false");
        }

        return new FieldDeclaration(key, file)
        {
            Type = Type(map, only),
            SharedType = SharedType(map, only),
            Const = only,
            Required = isByDefault ? isApi ? true : null : Required(required),
            RequiredByDefault = isByDefault && isApi,
            Length =
                map.Find("length") is { } length && RangeText.Read(length, 0, MaxLength) is { } range
                    ? new LengthModel((int)(range.Min ?? 0), (int?)range.Max)
                    : null,
            Pattern = Pattern(map),
            Range = map.Find("range") is { } bounds ? RangeText.Read(bounds, long.MinValue, long.MaxValue) : null,
            MinorUnits = map.Find("minor-units") is { } units ? RangeText.Read(units, long.MinValue, long.MaxValue) : null,
            Count = map.Find("count") is { } count ? RangeText.Read(count, 0, MaxCount) : null,
            Unit = Unit(map),
            Values = Values(map),
            Default = map.Find("default")?.Scalar(),
            Preset = map.Find("preset")?.Scalar(),
            TypeName = map.Find("type-name") is { } name && CSharpIdentifier.Check(name) is { } checkedName ? checkedName : null,
            Loggable = map.Find("loggable")?.Boolean(),
            Summary = map.Find("summary")?.Text(),
            Places = Spans(map, entry => entry.Value.Span),
            Keys = Spans(map, entry => entry.Key.Span),
        };
    }

    private static Dictionary<string, SpecSpan> Spans(SpecMapping map, Func<MappingEntry, SpecSpan> span) =>
        SpecKeys
            .Field.Names.Select(name => (name, entry: map.EntryOf(name)))
            .Where(pair => pair.entry is not null)
            .ToDictionary(pair => pair.name, pair => span(pair.entry!));

    private bool? Required(SpecValue? required)
    {
        if (required?.Value is ScalarSyntax { Style: ScalarStyle.Plain, Value: "by-default" or "true" or "false" } or null)
        {
            return required?.Boolean();
        }

        if (required.Scalar() is { } scalar)
        {
            report.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} does not fit here: write true or false"
                    + (isApi ? ", or by-default where a method may make the field optional" : ""));
        }

        return null;
    }

    private FieldType? Type(SpecMapping map, ScalarSyntax? only)
    {
        var type = map.Find("type");
        var read = SharedType(map, only) is not null ? FieldType.Object : Known(type);
        if (only is not null && read is not (null or FieldType.Const))
        {
            report.Add(SpecDescriptors.WrongKind, type!.Value.Span, "a field with 'const' has no other type: remove 'type' or 'const'");
        }
        else if (only is null && read is FieldType.Const && map.KeySpan("const") is null)
        {
            report.Add(SpecDescriptors.MissingKey, type!.Value.Span, "a field of type const needs its value: write const: … in place of the type");
            return FieldType.String;
        }

        return only is not null ? ConstChecker.IsConsent(only) ? FieldType.Boolean : FieldType.Const : read is FieldType.Const ? FieldType.String : read;
    }

    private string? SharedType(SpecMapping map, ScalarSyntax? only) =>
        only is null && map.EntryOf("type")?.Value is ScalarSyntax name && vocabulary?.Type(name.Value) is not null ? name.Value : null;

    private FieldType? Known(SpecValue? type)
    {
        if (type?.Value is not ScalarSyntax { IsNull: false } name || KebabCase.TryParse<FieldType>(name.Value, out _))
        {
            return type?.Choice<FieldType>();
        }

        if (vocabulary is null)
        {
            // It may be a type of the API that is not there.
            return FieldType.Object;
        }

        var own = vocabulary.Types.ToList();
        var near = report.Suggestions.NearestTo(name.Value, KebabCase.Ids<FieldType>().Concat(own));
        report.Add(SpecDescriptors.WrongKind, name.Span, $"{MessageText.Of(name.Value)} does not fit here: 'type' is {type.Hint}"
            + (own.Count == 0 ? "" : ", or a type of the API: " + MessageText.List(own)) + (near is null ? "" : $"; did you mean '{near}'?"));
        return null;
    }

    private string? Unit(SpecMapping map)
    {
        if (map.Find("unit")?.Scalar() is not { } unit)
        {
            return null;
        }

        if (unit.Value.Length <= MaxUnitLength && unit.Value.All(c => c is (>= 'a' and <= 'z') or '-' or ' '))
        {
            return unit.Value;
        }

        report.Add(
            SpecDescriptors.WrongKind,
            unit.Span,
            $"{MessageText.Of(unit.Value)} does not fit here: 'unit' is {SpecKeys.Field.Hint("unit")}, in small letters");
        return null;
    }

    private CheckedPattern? Pattern(SpecMapping map)
    {
        if (map.Find("pattern")?.Scalar() is not { } text)
        {
            return null;
        }

        try
        {
            return CheckedPattern.Parse(text.Value);
        }
        catch (PatternProblem problem)
        {
            report.Add(SpecDescriptors.Pattern, Within(text, problem.Offset), "the pattern cannot be used: " + problem.Message);
            return null;
        }
    }

    // Where the text stands as it is, the place within it can be told.
    private static SpecSpan Within(ScalarSyntax text, int offset)
    {
        var quote = text.Style switch { ScalarStyle.Plain => 0, ScalarStyle.SingleQuoted => 1, _ => -1 };
        var span = text.Span;
        return quote < 0 || span.Length != text.Value.Length + (2 * quote) || offset >= text.Value.Length
            ? span
            : new SpecSpan(span.Start + quote + offset, 1, span.Line, span.Column + quote + offset, span.Line, span.Column + quote + offset + 1);
    }

    private IReadOnlyList<ScalarSyntax>? Values(SpecMapping map)
    {
        if (map.Find("values") is not { } entry)
        {
            return null;
        }

        if (entry.Value is ScalarSyntax { IsNull: false } name)
        {
            if (vocabulary?.List(name) is { } listed)
            {
                return listed;
            }

            if (vocabulary is not null && report.Suggestions.NearestTo(name.Value, vocabulary.Lists) is { } near)
            {
                report.Add(SpecDescriptors.UnknownName, name.Span, $"the API has no list {MessageText.Of(name.Value)}: did you mean '{near}'?");
                return null;
            }
        }

        var values = ValueList.Read(entry);
        if (entry.Value is SequenceSyntax { Items.Count: 0 })
        {
            report.Add(SpecDescriptors.MissingKey, entry.Value.Span, "'values' names no value: it is " + entry.Hint);
        }

        return values.Count == 0 ? null : values;
    }
}
