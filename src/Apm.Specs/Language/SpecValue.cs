using System.Globalization;

namespace Apm.Specs;

/// <summary>A key that has a value, and the kinds that the value can be read as. A wrong kind is reported and gives null.</summary>
internal sealed record SpecValue(string Name, string Hint, ScalarSyntax Key, SpecNode Value, DiagnosticBag Diagnostics)
{
    public ScalarSyntax? Scalar()
    {
        switch (Value)
        {
            case ScalarSyntax scalar when scalar.Value.Trim().Length > 0:
                return scalar;
            case ScalarSyntax:
                return Wrong<ScalarSyntax>("an empty text");
            default:
                return Wrong<ScalarSyntax>(KindOf(Value));
        }
    }

    public string? Text() => Scalar() is { } scalar ? scalar.Value.Trim() : null;

    /// <param name="most">How many characters there may be.</param>
    public string? Text(int most)
    {
        var text = Text();
        if (text is null || text.Length <= most)
        {
            return text;
        }

        Diagnostics.Add(SpecDescriptors.TooMuch, Value.Span, $"'{Name}' has at most {Invariant(most)} characters");
        return null;
    }

    public MappingSyntax? Mapping() => Value as MappingSyntax ?? Wrong<MappingSyntax>(KindOf(Value));

    public bool? Boolean() => Scalar() switch
    {
        null => null,
        { Style: ScalarStyle.Plain, Value: "true" or "True" or "TRUE" } => true,
        { Style: ScalarStyle.Plain, Value: "false" or "False" or "FALSE" } => false,
        var other => WrongValue<bool>(other, "write true or false"),
    };

    public long? Integer(long min, long max)
    {
        if (Scalar() is not { } scalar)
        {
            return null;
        }

        return long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : WrongValue<long>(scalar, $"'{Name}' is {Hint}: a whole number from {Invariant(min)} to {Invariant(max)}");
    }

    public string? Url()
    {
        if (Scalar() is not { } scalar)
        {
            return null;
        }

        if (Uri.TryCreate(scalar.Value.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0)
        {
            return scalar.Value.Trim();
        }

        Diagnostics.Add(SpecDescriptors.WrongKind, scalar.Span, $"{MessageText.Of(scalar.Value)} is no absolute http or https address: '{Name}' is {Hint}");
        return null;
    }

    /// <summary>The id of a member in kebab case.</summary>
    public TEnum? Choice<TEnum>()
        where TEnum : struct, Enum
    {
        if (Scalar() is not { } scalar)
        {
            return null;
        }

        if (KebabCase.TryParse<TEnum>(scalar.Value, out var value))
        {
            return value;
        }

        var near = Diagnostics.Suggestions.NearestTo(scalar.Value, KebabCase.Ids<TEnum>());
        return WrongValue<TEnum>(scalar, $"'{Name}' is {Hint}" + (near is null ? "" : $"; did you mean '{near}'?"));
    }

    /// <summary>A text, or a list of texts, each once.</summary>
    public List<ScalarSyntax> OneOrMore()
    {
        if (Value is SequenceSyntax list)
        {
            if (list.Items.Count == 0)
            {
                Empty();
            }

            return Texts();
        }

        return Scalar() is { } scalar ? [scalar] : [];
    }

    /// <summary>A list of texts, each once.</summary>
    public List<ScalarSyntax> Texts()
    {
        var texts = new List<ScalarSyntax>();
        if (Value is not SequenceSyntax list)
        {
            var single = Value is ScalarSyntax scalar ? $"; for a single one write [{MessageText.Plain(scalar.Value.Trim('[', ']', ' '))}]" : "";
            Diagnostics.Add(SpecDescriptors.WrongKind, Value.Span, $"'{Name}' is {Hint}, not {KindOf(Value)}{single}");
            return Value is ScalarSyntax { IsNull: false } only && only.Value.IndexOfAny([',', '[', ']']) < 0 ? [only] : texts;
        }

        var seen = new Dictionary<string, ScalarSyntax>(StringComparer.Ordinal);
        foreach (var item in list.Items.TakeWhile(_ => !Diagnostics.IsFull))
        {
            if (item is not ScalarSyntax { IsNull: false } text)
            {
                Diagnostics.Add(
                    SpecDescriptors.WrongKind,
                    item.Span,
                    $"'{Name}' is {Hint}: each item is one text, not {KindOf(item)}; quote a text with a colon or a comma in it");
            }
            else if (seen.TryGetValue(text.Value, out var first))
            {
                Diagnostics.Add(
                    SpecDescriptors.DeclaredTwice,
                    text.Span,
                    $"{MessageText.Of(text.Value)} stands in '{Name}' a second time: keep one of them",
                    Diagnostics.At(first.Span));
            }
            else
            {
                seen.Add(text.Value, text);
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Reports that nothing stands in a list or mapping.</summary>
    public void Empty() => Diagnostics.Add(SpecDescriptors.MissingKey, Value.Span, $"'{Name}' is empty: it is {Hint}");

    public static string KindOf(SpecNode node) => node switch
    {
        MappingSyntax => "a mapping",
        SequenceSyntax => "a list",
        ScalarSyntax { IsNull: true } => "nothing",
        _ => "a single text",
    };

    public static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    private T? Wrong<T>(string kind)
        where T : class
    {
        Diagnostics.Add(SpecDescriptors.WrongKind, Value.Span, $"'{Name}' is {Hint}, not {kind}");
        return null;
    }

    private T? WrongValue<T>(ScalarSyntax scalar, string way)
        where T : struct
    {
        Diagnostics.Add(SpecDescriptors.WrongKind, scalar.Span, $"{MessageText.Of(scalar.Value)} does not fit here: {way}");
        return null;
    }
}
