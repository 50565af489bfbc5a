using Apm.Iso;

namespace Apm.Specs;

/// <summary>Finds the allowed text for a wrong one.</summary>
internal static class CodeCorrection
{
    /// <summary>
    /// The allowed text that means the same, so that a program may replace the wrong one: it differs in upper and lower case or in
    /// blanks around it, it is in a table of synonyms, or it is the language of a language tag.
    /// </summary>
    /// <returns>Null if there is none, or if it may mean something else.</returns>
    public static string? Same(string text, FieldType type, IReadOnlyCollection<string> allowed)
    {
        var code = text.Trim();
        if (allowed.Contains(code))
        {
            return code;
        }

        var sameLetters = allowed.Where(other => string.Equals(other, code, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return sameLetters.Length > 0 ? sameLetters is [var only] ? only : null
            : Synonym(code, type) is { } synonym && allowed.Contains(synonym) ? synonym
            : null;
    }

    /// <summary>The allowed text that was probably meant. Only a person can decide whether it was.</summary>
    public static string? Likely(string text, FieldType type, IReadOnlyCollection<string> allowed)
    {
        var known = Known(type);
        if (known.Contains(text) || Same(text, type, known) is not null)
        {
            // A code that is valid and not allowed here resembles allowed ones by chance.
            return null;
        }

        var likely = LikelyCodes.Of(text.Trim(), type);
        return likely is null ? SpellingSuggestion.To(text, allowed) : allowed.Contains(likely) ? likely : null;
    }

    /// <summary>The type of the codes in a list; <see cref="FieldType.String"/> if they are no codes.</summary>
    public static FieldType TypeOf(IReadOnlyCollection<string> allowed) =>
        allowed.Count == 0 ? FieldType.String
        : allowed.All(Iso3166.IsKnown) ? FieldType.Country
        : allowed.All(Iso639.IsKnown) ? FieldType.Language
        : allowed.All(Iso4217.IsKnown) ? FieldType.Currency
        : FieldType.String;

    private static string[] Known(FieldType type) => type switch
    {
        FieldType.Country => Iso3166.Codes(),
        FieldType.Language => Iso639.Codes(),
        FieldType.Currency => [.. Iso4217.ActiveCodes(), .. Iso4217.WithdrawnCodes()],
        _ => [],
    };

    private static string? Synonym(string code, FieldType type)
    {
        var table = type switch
        {
            FieldType.Country => CountrySynonyms.All,
            FieldType.Language => LanguageSynonyms.All,
            FieldType.Currency => CurrencySynonyms.All,
            _ => null,
        };
        return table?.TryGetValue(code, out var synonym) == true ? synonym : type == FieldType.Language ? LanguageOf(code) : null;
    }

    /// <summary>The language of a tag such as <c>en-GB</c>, <c>zh_Hant</c> or <c>es-419</c>.</summary>
    private static string? LanguageOf(string tag)
    {
        var parts = tag.Split('-', '_');
        var language = parts[0].ToLowerInvariant();
        return parts.Length is 2 or 3 && Iso639.IsKnown(language) && IsRegion(parts[parts.Length - 1], isLast: parts.Length == 2)
            && (parts.Length == 2 || IsScript(parts[1]))
            ? language
            : null;
    }

    private static bool IsRegion(string part, bool isLast) =>
        Iso3166.IsKnown(part.ToUpperInvariant()) || (part.Length == 3 && part.All(c => c is >= '0' and <= '9')) || (isLast && IsScript(part));

    private static bool IsScript(string part) => part.Length == 4 && part.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'));
}
