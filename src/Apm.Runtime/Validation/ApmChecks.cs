using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using Apm.Iso;

namespace Apm;

/// <summary>Checks that generated validators share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ApmChecks
{
    private static readonly SearchValues<char> s_neverInAddress = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f \\\u007f");

    private static readonly SearchValues<char> s_plainAddress = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The length of a text in Unicode code points. An unpaired surrogate counts as one.</summary>
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

    // Code points are counted only if the number of UTF-16 units does not decide.

    /// <summary>Whether a text has fewer code points than a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShorterThan(string text, int codePoints) => text.Length < codePoints * 2L && CodePoints(text) < codePoints;

    /// <summary>Whether a text has more code points than a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLongerThan(string text, int codePoints) => text.Length > codePoints && CodePoints(text) > codePoints;

    /// <summary>Whether a text consists of the given characters only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasOnly(string text, SearchValues<char> characters) => !text.AsSpan().ContainsAnyExcept(characters);

    /// <summary>Whether a text can be written as UTF-8, that is, has no unpaired surrogate.</summary>
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

    /// <summary>Whether an address is absolute, has the scheme http or https, and has a host. It is sent as written, so it must not
    /// contain anything that <see cref="Uri"/> would correct.</summary>
    public static bool IsAbsoluteHttpUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri
            && (ReferenceEquals(url.Scheme, Uri.UriSchemeHttps) || ReferenceEquals(url.Scheme, Uri.UriSchemeHttp)
                || url.Scheme is "https" or "http")
            && url.Host.Length > 0
            && IsSentAsMeant(url.OriginalString);
    }

    /// <summary>Whether an address is absolute and can be the address of a page or an app, such as <c>my-shop://paid</c>. The address is
    /// sent as written, so it must not contain anything that <see cref="Uri"/> would correct.</summary>
    public static bool IsAbsoluteUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);

        // Without the slashes, a host with a port such as localhost:5000 would be a scheme.
        return url.IsAbsoluteUri
            && url.Scheme is not ("about" or "blob" or "data" or "file" or "filesystem" or "ftp" or "javascript")
            && url.Scheme is not ("mailto" or "tel" or "urn" or "vbscript" or "view-source" or "ws" or "wss")
            && url.OriginalString.AsSpan(Math.Min(url.Scheme.Length, url.OriginalString.Length)).StartsWith("://", StringComparison.Ordinal)
            && (url.Host.Length > 0 || url.Scheme is not ("https" or "http"))
            && IsSentAsMeant(url.OriginalString);
    }

    /// <summary>Replaces each character that is not one of the given ones with a space.</summary>
    /// <param name="text">A text with any characters.</param>
    /// <param name="characters">The characters that stay.</param>
    public static string ReplaceOtherCharacters(string text, string characters)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(characters);
        var replaced = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (characters.Contains(text[at], StringComparison.Ordinal))
            {
                replaced.Append(text[at]);
                continue;
            }

            // A character outside the basic plane is one character with two code units.
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 1 : 0;
            replaced.Append(' ');
        }

        return replaced.ToString();
    }

    // Uri removes blanks around an address and line breaks within it, and reads a backslash as a slash. A gateway may not.
    private static bool IsSentAsMeant(string address) =>
        !address.AsSpan().ContainsAnyExcept(s_plainAddress)
        || (!address.AsSpan().ContainsAny(s_neverInAddress) && IsWellFormed(address));

    /// <summary>Whether a text is an alpha-2 code of ISO 3166-1.</summary>
    public static bool IsCountry(string code) => Iso3166.IsKnown(code);

    /// <summary>Whether a text is an alphabetic code of ISO 4217, withdrawn ones included.</summary>
    public static bool IsCurrency(string code) => Iso4217.IsKnown(code);

    /// <summary>Whether the check digits of an account number are correct. True for a text that is not in the format of an IBAN.</summary>
    public static bool HasIbanCheckDigits(string iban)
    {
        ArgumentNullException.ThrowIfNull(iban);
        var remainder = 0;
        for (var index = 0; index < iban.Length; index++)
        {
            // The country and the check digits are processed last.
            var c = iban[(index + 4) % iban.Length];
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return true;
            }

            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return remainder == 1 || iban.Length < 5;
    }

    /// <summary>Whether two amounts have one currency. True if one of them is absent.</summary>
    public static bool HaveSameCurrency(Money? first, Money? second) =>
        first is not { } one || second is not { } other || string.Equals(one.Currency, other.Currency, StringComparison.Ordinal);

    /// <summary>Whether a text is a two-letter code of ISO 639-1.</summary>
    public static bool IsLanguage(string code) => Iso639.IsKnown(code);
}
