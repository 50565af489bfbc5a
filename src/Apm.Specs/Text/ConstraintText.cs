using System.Globalization;

namespace Apm.Specs;

/// <summary>Constraints in words, to follow "must be" or "must have".</summary>
public static class ConstraintText
{
    /// <summary>Such as <c>1 to 64 characters</c>.</summary>
    public static string Length(LengthModel length) => Bounds(length.Min == 0 && length.Max is not null ? null : length.Min, length.Max, " character");

    /// <summary>Such as <c>at most 20 items</c>.</summary>
    public static string Count(RangeModel count) => Bounds(count.Min == 0 && count.Max is not null ? null : count.Min, count.Max, " item");

    /// <summary>Such as <c>1 to 20 entries</c>.</summary>
    public static string Entries(RangeModel count) =>
        Bounds(count.Min == 0 && count.Max is not null ? null : count.Min, count.Max, " entry").Replace("entrys", "entries");

    /// <summary>Such as <c>1 to 999999 minor units</c>.</summary>
    public static string MinorUnits(RangeModel range) => Bounds(range.Min, range.Max, " minor unit");

    /// <summary>Such as <c>at least 1</c>.</summary>
    public static string Range(RangeModel range) => Bounds(range.Min, range.Max, unit: null);

    /// <summary>What a text of a type is, such as <c>an absolute http or https URL</c>; null where the type has no form.</summary>
    public static string? Form(FieldType type) => type switch
    {
        FieldType.Url => "an absolute http or https URL",
        FieldType.Email => "an e-mail address, such as name@example.com",
        FieldType.Phone => "a telephone number in digits",
        FieldType.Iban => "an IBAN in capital letters and digits, without blanks",
        FieldType.Date => "a date, sent as year-month-day",
        FieldType.Country => "an ISO 3166-1 alpha-2 country code",
        FieldType.Currency => "an ISO 4217 alphabetic currency code",
        FieldType.Language => "an ISO 639-1 language code",
        FieldType.Json => "a JSON text",
        FieldType.DateTime => "a time, sent as ISO 8601 with its offset",
        _ => null,
    };

    /// <summary>What the text of a field is; null where its type has no form.</summary>
    public static string? Form(FieldModel field) => field switch
    {
        { Schemes: { } schemes } => Url(schemes),
        { Plus: Plus.Required } => "a telephone number in digits after a plus sign",
        { Plus: Plus.Optional } => "a telephone number in digits, with or without a plus sign before them",
        { IsUnixSeconds: true } => "a time, sent as seconds since 1970",
        { Type: FieldType.Locale } => Locale(field.Separator),
        _ => Form(field.Type),
    };

    /// <summary>Such as <c>a language and a country, such as de-DE</c>.</summary>
    public static string Locale(char separator) => $"a language of ISO 639-1 and a country of ISO 3166-1, such as de{separator}DE";

    /// <summary>Such as <c>CPF or CNPJ</c>.</summary>
    public static string Checksums(IEnumerable<string> checksums) => string.Join(" or ", checksums.Select(checksum => checksum.ToUpperInvariant()));

    /// <summary>Such as <c>0 to 100 days after today</c>.</summary>
    public static string DaysAhead(RangeModel range) => Bounds(range.Min, range.Max, " day") + " after today";

    /// <summary>Such as <c>a number with at most 2 decimals</c>.</summary>
    public static string Decimals(int decimals) => "a number with at most " + Counted(decimals, " decimal");

    /// <summary>Such as <c>an absolute URL with the scheme https or my-shop</c>.</summary>
    public static string Url(UrlSchemes schemes) =>
        "an absolute URL" + (schemes.Names.IsEmpty ? " of a page or an app" : " with the scheme " + string.Join(" or ", schemes.Names));

    /// <summary>The same as a sentence.</summary>
    public static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words.Substring(1) + ".";

    private static string Bounds(long? min, long? max, string? unit) => (min, max) switch
    {
        ({ } least, { } most) when least == most => "exactly " + Counted(most, unit),
        ({ } least, { } most) => Number(least) + " to " + Counted(most, unit),
        ({ } least, null) => "at least " + Counted(least, unit),
        (null, { } most) => "at most " + Counted(most, unit),
        _ => "any number" + (unit is null ? "" : " of" + unit + "s"),
    };

    private static string Counted(long number, string? unit) => Number(number) + unit + (unit is null || number == 1 ? "" : "s");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
