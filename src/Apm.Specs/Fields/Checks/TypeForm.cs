using System.Globalization;

namespace Apm.Specs;

/// <summary>Checks the form that a type requires of its values.</summary>
internal static class TypeForm
{
    /// <summary>What to write instead of the text; null if the text is a value of the type.</summary>
    public static string? Problem(FieldType type, string value) => type switch
    {
        FieldType.Integer or FieldType.MinorUnits when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            "write a whole number",
        FieldType.Decimal when !decimal.TryParse(
            value,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _) => "write a number, such as 1.5",
        FieldType.Boolean when value is not ("true" or "false") => "write true or false",
        FieldType.Url when !(Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") =>
            "write an absolute http or https URL",
        FieldType.Country when !Apm.Iso.Iso3166.IsKnown(value) => "write an ISO 3166-1 alpha-2 code",
        FieldType.Language when !Apm.Iso.Iso639.IsKnown(value) => "write an ISO 639-1 code",
        FieldType.Currency when !Apm.Iso.Iso4217.IsKnown(value) => "write an ISO 4217 code",
        _ => null,
    };
}
