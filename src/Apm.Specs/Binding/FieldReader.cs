using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Patterns;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>Reads what a file says about its fields, each by itself.</summary>
/// <param name="vocabulary">What the API names; null where there is no API, whose names then are not known.</param>
internal sealed class FieldReader(string file, bool isApi, Vocabulary? vocabulary, Report report)
{
    private const int MaxFields = 500;
    private const int MaxLength = 1_000_000;
    private const int MaxCount = 10_000;
    private const int LongestUnit = 30;

    public List<FieldDeclaration> Read(MappingSyntax fields)
    {
        var read = new List<FieldDeclaration>();
        foreach (var entry in fields.Entries)
        {
            if (read.Count == MaxFields)
            {
                report.Add(SpecRules.TooMuch, entry.Key.Span, $"these are more than {MaxFields} fields");
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
                report.Add(SpecRules.WrongKind, entry.Value.Span.Length == 0 ? entry.Key.Span : entry.Value.Span,
                    $"a field is a mapping, not {Entry.KindOf(entry.Value)}: write {Quote.Plain(entry.Key.Value)}: {{ type: string }}");
            }
        }

        return read;
    }

    private FieldDeclaration Field(ScalarSyntax key, MappingSyntax facts)
    {
        var map = new Map(facts, SpecKeys.Field, report, key.Span);
        var only = map.Find("const")?.Scalar();
        if (only is not null)
        {
            Constant.Check(only, report);
        }

        var required = map.Find("required");
        var isByDefault = required?.Value is ScalarSyntax { Value: "by-default" };
        if (isByDefault && !isApi)
        {
            report.Add(SpecRules.WrongKind, required!.Value.Span, "'by-default' is for API files: in a method write required: true or required: false");
        }

        return new FieldDeclaration(key, file)
        {
            Type = Type(map, only),
            SharedType = SharedType(map, only),
            Const = only,
            Required = isByDefault ? isApi ? true : null : Required(required),
            RequiredByDefault = isByDefault && isApi,
            Length = map.Find("length") is { } length && RangeText.Read(length, 0, MaxLength) is { } range ? new LengthModel((int)(range.Min ?? 0), (int?)range.Max) : null,
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

    private static Dictionary<string, SpecSpan> Spans(Map map, Func<MappingEntry, SpecSpan> span) =>
        SpecKeys.Field.Names.Select(name => (name, entry: map.EntryOf(name))).Where(pair => pair.entry is not null).ToDictionary(pair => pair.name, pair => span(pair.entry!));

    private bool? Required(Entry? required)
    {
        if (required?.Value is ScalarSyntax { Style: ScalarStyle.Plain, Value: "by-default" or "true" or "false" } or null)
        {
            return required?.Boolean();
        }

        if (required.Scalar() is { } scalar)
        {
            report.Add(SpecRules.WrongKind, scalar.Span, $"{Quote.Of(scalar.Value)} does not fit here: write true or false" + (isApi ? ", or by-default where a method may make the field optional" : ""));
        }

        return null;
    }

    private FieldType? Type(Map map, ScalarSyntax? only)
    {
        var type = map.Find("type");
        var read = SharedType(map, only) is not null ? FieldType.Object : Known(type);
        if (only is not null && read is not (null or FieldType.Const))
        {
            report.Add(SpecRules.WrongKind, type!.Value.Span, "a field with 'const' has no other type: remove 'type' or 'const'");
        }
        else if (only is null && read is FieldType.Const && map.KeySpan("const") is null)
        {
            report.Add(SpecRules.MissingKey, type!.Value.Span, "a field of type const needs its value: write const: … in place of the type");
            return FieldType.String;
        }

        return only is not null ? Constant.IsConsent(only) ? FieldType.Boolean : FieldType.Const : read is FieldType.Const ? FieldType.String : read;
    }

    private string? SharedType(Map map, ScalarSyntax? only) =>
        only is null && map.EntryOf("type")?.Value is ScalarSyntax name && vocabulary?.Type(name.Value) is not null ? name.Value : null;

    private FieldType? Known(Entry? type)
    {
        if (type?.Value is not ScalarSyntax { IsNull: false } name || Kebab.TryParse<FieldType>(name.Value, out _))
        {
            return type?.Choice<FieldType>();
        }

        if (vocabulary is null)
        {
            // It may be a type of the API that is not there.
            return FieldType.Object;
        }

        var own = vocabulary.Types.ToList();
        var near = report.Suggestions.NearestTo(name.Value, Kebab.Ids<FieldType>().Concat(own));
        report.Add(SpecRules.WrongKind, name.Span, $"{Quote.Of(name.Value)} does not fit here: 'type' is {type.Hint}"
            + (own.Count == 0 ? "" : ", or a type of the API: " + Quote.List(own)) + (near is null ? "" : $"; did you mean '{near}'?"));
        return null;
    }

    private string? Unit(Map map)
    {
        if (map.Find("unit")?.Scalar() is not { } unit)
        {
            return null;
        }

        if (unit.Value.Length <= LongestUnit && unit.Value.All(c => c is (>= 'a' and <= 'z') or '-' or ' '))
        {
            return unit.Value;
        }

        report.Add(SpecRules.WrongKind, unit.Span, $"{Quote.Of(unit.Value)} does not fit here: 'unit' is {SpecKeys.Field.Hint("unit")}, in small letters");
        return null;
    }

    private CheckedPattern? Pattern(Map map)
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
            report.Add(SpecRules.Pattern, Within(text, problem.Offset), "the pattern cannot be used: " + problem.Message);
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

    private IReadOnlyList<ScalarSyntax>? Values(Map map)
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
                report.Add(SpecRules.UnknownName, name.Span, $"the API has no list {Quote.Of(name.Value)}: did you mean '{near}'?");
                return null;
            }
        }

        var values = ValueList.Read(entry);
        if (entry.Value is SequenceSyntax { Items.Count: 0 })
        {
            report.Add(SpecRules.MissingKey, entry.Value.Span, "'values' names no value: it is " + entry.Hint);
        }

        return values.Count == 0 ? null : values;
    }
}
