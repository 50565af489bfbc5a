namespace Apm.Iso;

/// <summary>A language and a country, such as <c>de-AT</c> or <c>nb_NO</c>.</summary>
internal static class LocaleCode
{
    /// <summary>Whether a text is a code of ISO 639-1 and a code of ISO 3166-1 alpha-2 with the separator between them.</summary>
    public static bool IsKnown(string? text, char separator) =>
        text is { Length: 5 } && text[2] == separator && Iso639.IsKnown(text, 0) && Iso3166.IsKnown(text, 3);
}
