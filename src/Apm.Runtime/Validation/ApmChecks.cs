using System.ComponentModel;
using Apm.Iso;

namespace Apm;

/// <summary>Checks that generated validators share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApmChecks
{
    /// <summary>The length of a text in Unicode code points. A surrogate without its partner counts as one.</summary>
    public static int CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = text.Length;
        for (var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); index >= 0 && index < text.Length - 1; index++)
        {
            if (char.IsSurrogatePair(text[index], text[index + 1]))
            {
                count--;
                index++;
            }
        }

        return count;
    }

    /// <summary>Whether a text can be written as UTF-8: it has no surrogate without its partner.</summary>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (at == rest.Length - 1 || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }

    /// <summary>Whether an address is absolute, http or https, and names a host.</summary>
    public static bool IsAbsoluteHttpUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri
            && (ReferenceEquals(url.Scheme, Uri.UriSchemeHttps) || ReferenceEquals(url.Scheme, Uri.UriSchemeHttp)
                || url.Scheme is "https" or "http")
            && url.Host.Length > 0;
    }

    /// <summary>Whether a text is an alpha-2 code of ISO 3166-1.</summary>
    public static bool IsCountry(string code) => Iso3166.IsKnown(code);

    /// <summary>Whether a text is an alphabetic code of ISO 4217, withdrawn ones included.</summary>
    public static bool IsCurrency(string code) => Iso4217.IsKnown(code);

    /// <summary>Whether a text is a two-letter code of ISO 639-1.</summary>
    public static bool IsLanguage(string code) => Iso639.IsKnown(code);
}
