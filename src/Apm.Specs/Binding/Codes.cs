using Apm.Iso;
using Apm.Specs.Diagnostics;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>ISO codes, with what an author may have meant by others.</summary>
internal static class Codes
{
    // What people write for a country or language that has another code, or had one.
    private static readonly Dictionary<string, string> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UK"] = "GB", ["EN"] = "GB", ["EL"] = "GR", ["JA"] = "JP", ["KO"] = "KR", ["DA"] = "DK", ["CS"] = "CZ", ["SW"] = "SE", ["SP"] = "ES",
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cz"] = "cs", ["jp"] = "ja", ["dk"] = "da", ["gr"] = "el", ["kp"] = "ko", ["cn"] = "zh", ["ua"] = "uk", ["at"] = "de", ["gb"] = "en", ["us"] = "en", ["iw"] = "he", ["in"] = "id",
    };

    public static bool IsCountry(ScalarSyntax code, Report report) => Iso3166.IsKnown(code.Value)
        || Unknown(code, report, "no ISO 3166-1 alpha-2 country code", Countries.TryGetValue(code.Value, out var meant) ? meant : Nearest.To(code.Value, Iso3166.Codes()), "such as DE");

    public static bool IsLanguage(ScalarSyntax code, Report report) => Iso639.IsKnown(code.Value)
        || Unknown(code, report, "no ISO 639-1 language code", Languages.TryGetValue(code.Value, out var meant) ? meant : Nearest.To(code.Value, Iso639.Codes()), "such as de");

    /// <param name="extra">Codes that the API adds.</param>
    /// <param name="likely">Proposed before other codes.</param>
    public static bool IsCurrency(ScalarSyntax code, Report report, IReadOnlyCollection<string> extra, IEnumerable<string> likely) =>
        Iso4217.IsKnown(code.Value) || extra.Contains(code.Value)
        || Unknown(code, report, "no ISO 4217 currency code", Nearest.To(code.Value, likely) ?? Nearest.To(code.Value, Iso4217.ActiveCodes()), "such as EUR; an API file lists a gateway's own codes under 'exponents:'");

    private static bool Unknown(ScalarSyntax code, Report report, string what, string? near, string otherwise)
    {
        report.Add(SpecRules.UnknownCode, code.Span, $"{Quote.Of(code.Value)} is {what}" + (near is null ? ": write one, " + otherwise : $"; did you mean '{near}'?"));
        return false;
    }
}
