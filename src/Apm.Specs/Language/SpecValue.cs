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

    /// <param name="maxLength">How many characters there may be.</param>
    public string? Text(int maxLength)
    {
        var text = Text();
        if (text is null || text.Length <= maxLength)
        {
            return text;
        }

        Diagnostics.Add(SpecDescriptors.TooMuch, Value.Span, $"'{Name}' must have at most {Invariant(maxLength)} characters");
        return null;
    }

    public MappingSyntax? Mapping() => Value as MappingSyntax ?? Wrong<MappingSyntax>(KindOf(Value));

    public bool? Boolean() => Scalar() switch
    {
        null => null,
        var scalar => YamlBoolean.Of(scalar) ?? WrongValue<bool>(scalar, "write true or false"),
    };

    public long? Integer(long min, long max)
    {
        if (Scalar() is not { } scalar)
        {
            return null;
        }

        return long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : WrongValue<long>(scalar, $"'{Name}' must be {Hint}, a whole number from {Invariant(min)} to {Invariant(max)}");
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

        Diagnostics.Add(
            SpecDescriptors.WrongKind,
            scalar.Span,
            $"{MessageText.Of(scalar.Value)} is not an absolute http or https URL: '{Name}' must be {Hint}");
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

        return WrongValue<TEnum>(scalar, $"'{Name}' must be {Hint}" + DidYouMean(scalar, KebabCase.Ids<TEnum>()));
    }

    /// <summary>To follow a message: the words that are probably meant; empty if none is near.</summary>
    public string DidYouMean(ScalarSyntax word, IReadOnlyList<string> known)
    {
        var meant = ForeignWords.InsteadOfType(word.Value, known);
        return meant.Count > 0 ? $"; did you mean {string.Join(" or ", meant.Select(id => $"'{id}'"))}?"
            : Diagnostics.Suggestions.NearestTo(word.Value, known) is { } near ? $"; did you mean '{near}'?"
            : "";
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
            var single = Value is ScalarSyntax scalar ? $"; for a single value write [{MessageText.Plain(scalar.Value.Trim('[', ']', ' '))}]" : "";
            Diagnostics.Add(SpecDescriptors.WrongKind, Value.Span, $"'{Name}' must be {Hint}, not {KindOf(Value)}{single}");
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
                    $"'{Name}' must be {Hint}: each item must be one text, not {KindOf(item)}; quote a text with a colon or a comma in it");
            }
            else if (seen.TryGetValue(text.Value, out var first))
            {
                Diagnostics.Add(
                    SpecDescriptors.DeclaredTwice,
                    text.Span,
                    $"{MessageText.Of(text.Value)} is listed twice in '{Name}': remove one of the two",
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

    /// <summary>Reports a list or mapping that is empty.</summary>
    public void Empty() => Diagnostics.Add(SpecDescriptors.MissingKey, Value.Span, $"'{Name}' is empty: write {Hint}");

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
        Diagnostics.Add(SpecDescriptors.WrongKind, Value.Span, $"'{Name}' must be {Hint}, not {kind}");
        return null;
    }

    private T? WrongValue<T>(ScalarSyntax scalar, string way)
        where T : struct
    {
        Diagnostics.Add(SpecDescriptors.WrongKind, scalar.Span, $"{MessageText.Of(scalar.Value)} does not fit here: {way}");
        return null;
    }
}
