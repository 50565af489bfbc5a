using Apm.Iso;

namespace Apm.Specs;

/// <summary>ISO codes, with what an author may have meant by others.</summary>
internal static class IsoCodes
{
    private static readonly string[] s_knownCountries = Iso3166.Codes();
    private static readonly string[] s_knownLanguages = Iso639.Codes();
    private static readonly string[] s_knownCurrencies = Iso4217.ActiveCodes();

    public static bool IsCountry(ScalarSyntax code, DiagnosticBag report) =>
        Iso3166.IsKnown(code.Value)
        || Unknown(
            code,
            report,
            "not an ISO 3166-1 alpha-2 country code",
            report.Suggestions.Of(code.Value, FieldType.Country, s_knownCountries),
            "such as DE");

    public static bool IsLanguage(ScalarSyntax code, DiagnosticBag report) =>
        Iso639.IsKnown(code.Value)
        || Unknown(
            code,
            report,
            "not an ISO 639-1 language code",
            report.Suggestions.Of(code.Value, FieldType.Language, s_knownLanguages),
            "such as de");

    /// <param name="code">The code.</param>
    /// <param name="report">Of its file.</param>
    /// <param name="isExtra">The API adds the code.</param>
    /// <param name="likely">Proposed before other codes.</param>
    public static bool IsCurrency(ScalarSyntax code, DiagnosticBag report, bool isExtra, IEnumerable<string> likely) =>
        Iso4217.IsKnown(code.Value)
        || isExtra
        || Unknown(
            code,
            report,
            "not an ISO 4217 currency code",
            report.Suggestions.Of(code.Value, FieldType.Currency, likely.ToArray())
                ?? report.Suggestions.Of(code.Value, FieldType.Currency, s_knownCurrencies),
            "such as EUR; an API file lists a gateway's own codes under 'exponents:'");

    private static bool Unknown(ScalarSyntax code, DiagnosticBag report, string what, string? near, string otherwise)
    {
        report.Add(
            SpecDescriptors.UnknownCode,
            code.Span,
            $"{MessageText.Of(code.Value)} is {what}" + (near is null ? ": write one, " + otherwise : $"; did you mean '{near}'?"));
        return false;
    }
}
