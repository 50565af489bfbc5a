using Apm.Specs;

namespace Apm.Generators;

/// <summary>The constraints of a field, as attributes that the usage analyzers read.</summary>
internal static class EmitConstraints
{
    public static IEnumerable<string> Of(FieldModel field, EmitContext context)
    {
        var preset = field is { Preset: { } value, Const: null } ? $", Preset = {CSharpText.Literal(value)}" : "";
        yield return $"[global::Apm.ApmField({CSharpText.Literal(field.Path)}, {CSharpText.Literal(field.DeclaredBy)}{preset})]";
        foreach (var constraint in field.Type == FieldType.Map ? [] : Values(field.Type == FieldType.List ? field.Item : field, context))
        {
            yield return constraint;
        }
    }

    /// <summary>The constraints of a value. For a list, they apply to each of its items.</summary>
    private static IEnumerable<string> Values(FieldModel field, EmitContext context)
    {
        if (field.Length is not (null or { Min: 0, Max: null }) || field.Pattern is not null)
        {
            yield return $"[global::Apm.ApmText({CSharpText.Join(Text(field))})]";
        }

        if (field.Schemes is { } schemes)
        {
            yield return $"[global::Apm.ApmSchemes({CSharpText.Join(schemes.Names.Select(CSharpText.Literal))})]";
        }

        if (field is { Type: FieldType.Boolean, Const: { } only })
        {
            yield return $"[global::Apm.ApmValues({CSharpText.Literal(only)})]";
        }

        if (!field.Values.IsEmpty && field.Type != FieldType.Enum)
        {
            yield return $"[global::Apm.ApmValues({CSharpText.Join(field.Values.Select(CSharpText.Literal))})]";
        }

        if (!field.Checksums.IsEmpty)
        {
            yield return $"[global::Apm.ApmChecksum({CSharpText.Join(field.Checksums.Select(CSharpText.Literal))})]";
        }

        if (Code(field) is { } code)
        {
            yield return $"[global::Apm.ApmCode(\"{code}\")]";
        }

        // These bounds are in the gateway's units, which the readers of the attribute do not know.
        if ((field.Range ?? (context.IsUnlikeIso ? null : field.Money?.MinorUnits)) is { } range)
        {
            yield return $"[global::Apm.ApmRange({CSharpText.Join(Bounds(range.Min, range.Max))})]";
        }

        if (field.Money is { } money)
        {
            foreach (var attribute in Of(money.Currencies, money.Limits))
            {
                yield return attribute;
            }
        }
    }

    /// <summary>The limits of an amount. A limit that is not enforced has no attribute.</summary>
    public static IEnumerable<string> Of(EquatableArray<string> currencies, IEnumerable<LimitModel> limits)
    {
        yield return $"[global::Apm.ApmCurrencies({CSharpText.Join(currencies.Select(CSharpText.Literal))})]";
        foreach (var limit in limits.Where(limit => limit.IsEnforced))
        {
            yield return $"[global::Apm.ApmLimit({CSharpText.Join(Bounds(limit.Min, limit.Max).Prepend(CSharpText.Literal(limit.Currency)))})]";
        }
    }

    // If there are values, they are stricter.
    private static string? Code(FieldModel field) => field switch
    {
        { Values.IsEmpty: false } => null,
        { Type: FieldType.Country } => "country",
        { Type: FieldType.Currency } => "currency",
        { Type: FieldType.Language } => "language",
        { Type: FieldType.Locale } => "locale" + field.Separator,
        _ => null,
    };

    private static IEnumerable<string> Text(FieldModel field)
    {
        if (field.Length is { } length)
        {
            yield return $"Min = {length.Min}";
            if (length.Max is { } max)
            {
                yield return $"Max = {max}";
            }
        }

        if (field.Pattern is { } pattern)
        {
            yield return pattern.Characters is { } characters
                ? $"Characters = {CSharpText.Literal(characters)}"
                : $"Pattern = {CSharpText.Literal(pattern.Regex)}";
            if (field.ReplacesCharacters)
            {
                yield return "ReplacesCharacters = true";
            }
        }
    }

    /// <summary>The named arguments of an attribute.</summary>
    public static IEnumerable<string> Bounds(long? min, long? max)
    {
        if (min is { } least)
        {
            yield return $"Min = {CSharpText.Number(least)}";
        }

        if (max is { } most)
        {
            yield return $"Max = {CSharpText.Number(most)}";
        }
    }
}
