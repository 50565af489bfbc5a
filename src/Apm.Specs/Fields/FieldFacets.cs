using System.Globalization;

namespace Apm.Specs;

/// <summary>Which facts fit which type, and each other. What does not fit is reported and dropped.</summary>
internal sealed class FieldFacets(DiagnosticBag report, CurrencyNames currencies)
{
    private static readonly Dictionary<string, FieldType[]> s_types = new()
    {
        ["length"] = [FieldType.String, FieldType.Url, FieldType.Email, FieldType.Phone, FieldType.Iban, FieldType.Json],
        ["pattern"] = [FieldType.String],
        ["range"] = [FieldType.Integer, FieldType.MinorUnits],
        ["unit"] = [FieldType.Integer],
        ["count"] = [FieldType.List],
        ["minor-units"] = [FieldType.Money],
        ["values"] = [FieldType.Enum, FieldType.Country, FieldType.Language, FieldType.Currency],
        ["type-name"] = [FieldType.Object, FieldType.Enum],
        ["default"] =
        [
            FieldType.String,
            FieldType.Enum,
            FieldType.Url,
            FieldType.Currency,
            FieldType.Country,
            FieldType.Language,
            FieldType.Integer,
            FieldType.MinorUnits,
            FieldType.Boolean,
        ],
        ["preset"] =
        [
            FieldType.String,
            FieldType.Enum,
            FieldType.Url,
            FieldType.Currency,
            FieldType.Country,
            FieldType.Language,
            FieldType.Integer,
            FieldType.MinorUnits,
            FieldType.Boolean,
        ],
    };

    /// <param name="said">What the file itself says: only that is reported.</param>
    /// <param name="all">With what it takes over.</param>
    public FieldDeclaration Fit(FieldDeclaration said, FieldDeclaration all, ref FieldType type)
    {
        foreach (var key in said.Keys.Where(key => s_types.ContainsKey(key.Key)).OrderBy(key => key.Value.Start))
        {
            if (Array.IndexOf(s_types[key.Key], type) < 0)
            {
                report.Add(
                    SpecDescriptors.WrongKind,
                    key.Value,
                    $"'{key.Key}' is for {MessageText.List(s_types[key.Key].Select(Id))}; this field is of type {Id(type)}: remove it, or change the type");
            }
        }

        if (said.Keys.ContainsKey("default") && said.Keys.ContainsKey("preset") && all.Const is null && Has("default", type) && !FieldPath.IsItem(said.Path))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                said.Keys["default"],
                "a preset is always sent, so that the gateway has nothing to assume: keep 'preset' or 'default'");
            (said, all) = (said with { Default = null }, all with { Default = null });
        }

        if (FieldPath.IsItem(said.Path))
        {
            (all, type) = Item(said, all, type);
        }

        if (type == FieldType.Boolean && all.Const is not null)
        {
            all = Consent(said, all);
        }

        all = Has("length", type) ? all : all with { Length = null };
        all = Has("pattern", type) ? all : all with { Pattern = null };
        all = WithSomeText(said, all, type);
        all = Has("range", type) ? all : all with { Range = null };
        all = Has("minor-units", type) ? all : all with { MinorUnits = null };
        all = Has("count", type) ? all : all with { Count = null };
        all = Has("unit", type) ? all : all with { Unit = null };
        all = Has("type-name", type) ? all : all with { TypeName = null };
        all = Has("default", type) ? all : all with { Default = null, Preset = null };
        all = all with { Values = Has("values", type) ? Values(said, all, type) : null };
        if (type == FieldType.Enum && all.Values is null)
        {
            if (!said.Keys.ContainsKey("values"))
            {
                report.Add(SpecDescriptors.MissingKey, said.Place("type"), "an enum needs its values: add values: [FIRST, SECOND]");
            }

            type = FieldType.String;
        }

        var known = type;
        return all with { Default = Value("default", said.Default, all.Default, all, known), Preset = Value("preset", said.Preset, all.Preset, all, known) };
    }

    // An item is always there, with the value that the merchant gives it.
    private (FieldDeclaration All, FieldType Type) Item(FieldDeclaration said, FieldDeclaration all, FieldType type)
    {
        foreach (var key in new[] { "required", "default", "preset" }.Where(said.Keys.ContainsKey))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                said.Keys[key],
                $"'{key}' is not for the items of a list: remove it"
                    + (key == "required" ? $", or write it at {MessageText.Of(FieldPath.Parent(said.Path))}" : ""));
        }

        if (type is FieldType.Const or FieldType.Boolean or FieldType.List)
        {
            report.Add(
                SpecDescriptors.WrongKind,
                said.Place("type"),
                $"the items of a list are objects or values that differ, not of type {Id(type)}: choose another type");
            type = FieldType.String;
        }

        return (all with { Required = null, Default = null, Preset = null, Const = null }, type);
    }

    // A value that the gateway insists on, and that nobody but the merchant may give.
    private FieldDeclaration Consent(FieldDeclaration said, FieldDeclaration all)
    {
        foreach (var key in new[] { "default", "preset" }.Where(said.Keys.ContainsKey))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                said.Keys[key],
                $"'{key}' is not for a value that the merchant has to set to {all.Const!.Value}: remove it, or remove 'const'");
        }

        return all with { Default = null, Preset = null };
    }

    // No text could be both as long as 'length' says and as the pattern, or the type, says.
    private FieldDeclaration WithSomeText(FieldDeclaration said, FieldDeclaration all, FieldType type)
    {
        if (all.Length is not { } length
            || (all.Pattern ?? KnownPatterns.Of(type))?.Lengths is not { } lengths
            || !(lengths.Min > length.Max || lengths.Max < length.Min))
        {
            return all;
        }

        var (key, what) = all.Pattern is null ? ("type", "text of type " + Id(type)) : ("pattern", "text that matches the pattern");
        var place = new[] { "length", key }.Where(said.Keys.ContainsKey).Select(said.Place).DefaultIfEmpty(said.Key.Span).First();
        report.Add(
            SpecDescriptors.Pattern,
            place,
            $"no value can be right: a {what} has {RangeText.Of(new RangeModel(lengths.Min, lengths.Max))} characters, and 'length' is {RangeText.Of(RangeText.Of(length))}; change one of them"
        );
        return all with { Length = null };
    }

    private static bool Has(string key, FieldType type) => Array.IndexOf(s_types[key], type) >= 0;

    private IReadOnlyList<ScalarSyntax>? Values(FieldDeclaration said, FieldDeclaration all, FieldType type)
    {
        if (said.Values is null)
        {
            return all.Values;
        }

        var fitting = said.Values.Where(value => type switch
        {
            FieldType.Country => IsoCodes.IsCountry(value, report),
            FieldType.Language => IsoCodes.IsLanguage(value, report),
            FieldType.Currency => currencies.IsKnown(value, report),
            _ => true,
        }).ToList();
        return fitting.Count == 0 ? null : fitting;
    }

    private ScalarSyntax? Value(string key, ScalarSyntax? said, ScalarSyntax? value, FieldDeclaration all, FieldType type)
    {
        if (value is null || Problem(value, all, type) is not { } problem)
        {
            return value;
        }

        report.Add(SpecDescriptors.WrongKind, (said ?? all.Key).Span, $"'{key}' is {MessageText.Of(value.Value)}, which this field cannot be: {problem}");
        return null;
    }

    private string? Problem(ScalarSyntax value, FieldDeclaration all, FieldType type)
    {
        if (all.Values is { } values)
        {
            var texts = values.Select(item => item.Value).ToList();
            return texts.Contains(value.Value)
                ? null
                : report.Suggestions.DidYouMean(value.Value, texts, "write one of " + MessageText.List(texts.Select(MessageText.Plain)));
        }

        switch (type)
        {
            case FieldType.Integer or FieldType.MinorUnits:
                return long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number < all.Range?.Min || number > all.Range?.Max ? "its range is " + RangeText.Of(all.Range!) : null
                    : "write a whole number";
            case FieldType.Boolean:
                return value.Value is "true" or "false" ? null : "write true or false";
            case FieldType.Url:
                return Uri.TryCreate(value.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                    ? null
                    : "write an absolute http or https address";
            case FieldType.String when all.Length is { } length && CodePoints.Count(value.Value) is var count && (count < length.Min || count > length.Max):
                return "its length is " + RangeText.Of(RangeText.Of(length));
            case FieldType.String when all.Pattern is { } pattern && !pattern.IsMatch(value.Value):
                return "its pattern does not allow it";
            case FieldType.Country when !Apm.Iso.Iso3166.IsKnown(value.Value):
                return "write an ISO 3166-1 alpha-2 code";
            case FieldType.Language when !Apm.Iso.Iso639.IsKnown(value.Value):
                return "write an ISO 639-1 code";
            case FieldType.Currency when !Apm.Iso.Iso4217.IsKnown(value.Value):
                return "write an ISO 4217 code";
            default:
                return null;
        }
    }

    public static string Id(FieldType type) => KebabCase.Of(type.ToString());
}
