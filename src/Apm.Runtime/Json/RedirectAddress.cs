using System.Buffers;
using System.Globalization;
using System.Text;

namespace Apm;

/// <summary>The kind of a redirect value: an address for the customer, an address that must not be followed, or no address.</summary>
internal enum RedirectVerdict
{
    /// <summary>A browser finds no scheme in it.</summary>
    NoAddress,
    Accepted,
    Refused,
}

// docs/decisions/redirects.md
/// <summary>
/// Checks the address to which a shop sends its customer. The address is put into a link of a page, or into a response header.
/// Absolute http and https addresses are accepted, and addresses with a scheme that the spec names. Everything else that a browser
/// would follow is refused. An accepted address is returned in ASCII, see <see cref="AsciiAddress"/>.
/// </summary>
internal static class RedirectAddress
{
    // No server and no browser accepts a longer one.
    private const int MaxLength = 32 * 1024;
    private const int MaxLabelLength = 63;
    private const int MaxHostLength = 253;

    // Characters that no valid address has: those that end an attribute in double quotes or a tag, and the backslash, which only
    // browsers read as a slash.
    private static readonly SearchValues<byte> s_neverWritten = SearchValues.Create("\"<>\\"u8);

    private static readonly SearchValues<byte> s_inScheme = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-."u8);
    private static readonly SearchValues<byte> s_inHost = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="text">UTF-8, without escapes.</param>
    /// <param name="schemes">Accepted schemes besides http and https, in lower case.</param>
    /// <param name="ascii">The ASCII form of an accepted text; null if the text is already in this form.</param>
    public static RedirectVerdict Judge(ReadOnlySpan<byte> text, ReadOnlySpan<string> schemes, out string? ascii)
    {
        ascii = null;
        if (IsCommon(text))
        {
            return RedirectVerdict.Accepted;
        }

        // Neither Base64 nor the digits of a payment code contain a colon.
        var colon = text.IndexOf((byte)':');
        if (colon < 0)
        {
            return RedirectVerdict.NoAddress;
        }

        var scheme = text[..colon];
        if (!IsScheme(scheme))
        {
            return HidesScheme(text) ? RedirectVerdict.Refused : RedirectVerdict.NoAddress;
        }

        return IsAccepted(text, scheme, schemes, out ascii) ? RedirectVerdict.Accepted : RedirectVerdict.Refused;
    }

    private static bool IsAccepted(ReadOnlySpan<byte> text, ReadOnlySpan<byte> scheme, ReadOnlySpan<string> schemes, out string? ascii)
    {
        ascii = null;
        if (text.Length > MaxLength || text.ContainsAny(s_neverWritten) || text.ContainsAnyInRange((byte)0, (byte)' ') || text.Contains((byte)0x7F))
        {
            return false;
        }

        var rest = text[(scheme.Length + 1)..];
        if (Ascii.EqualsIgnoreCase(scheme, "https"u8) || Ascii.EqualsIgnoreCase(scheme, "http"u8))
        {
            if (!rest.StartsWith("//"u8))
            {
                return false;
            }

            var authority = AuthorityOf(rest[2..]);
            return !authority.IsEmpty
                && !authority.ContainsAny("@'`"u8)
                && Parse(text, scheme) is { } uri
                && (IsPlain(text) || IsAddress(ascii = AsciiAddress.Of(text, authority, uri)));
        }

        foreach (var accepted in schemes)
        {
            if (Ascii.EqualsIgnoreCase(scheme, accepted))
            {
                return !rest.IsEmpty && Parse(text, scheme) is not null && (IsPlain(text) || IsAddress(ascii = AsciiAddress.Of(text)));
            }
        }

        return false;
    }

    // Nearly every address has this form, and it needs no parser.
    private static bool IsCommon(ReadOnlySpan<byte> text) =>
        text.StartsWith("https://"u8) && text.Length <= MaxLength && IsPlain(text) && IsPlainHost(AuthorityOf(text[8..]));

    private static bool IsPlain(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(AsciiAddress.Plain);

    // Fails for an app's address with an international host, because Uri accepts no %XX in a host.
    private static bool IsAddress(string? ascii) => ascii?.Length <= MaxLength && Uri.TryCreate(ascii, UriKind.Absolute, out _);

    private static ReadOnlySpan<byte> AuthorityOf(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny((byte)'/', (byte)'?', (byte)'#');
        return end < 0 ? rest : rest[..end];
    }

    private static bool IsPlainHost(ReadOnlySpan<byte> authority)
    {
        var colon = authority.IndexOf((byte)':');
        var host = colon < 0 ? authority : authority[..colon];
        if (host.Length > MaxHostLength || host.ContainsAnyExcept(s_inHost) || (colon >= 0 && !IsPort(authority[(colon + 1)..])))
        {
            return false;
        }

        while (true)
        {
            var dot = host.IndexOf((byte)'.');
            var label = dot < 0 ? host : host[..dot];
            if (label.Length is 0 or > MaxLabelLength || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            if (dot < 0)
            {
                return true;
            }

            host = host[(dot + 1)..];
        }
    }

    private static bool IsPort(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= 5
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port <= ushort.MaxValue;

    private static Uri? Parse(ReadOnlySpan<byte> text, ReadOnlySpan<byte> scheme)
    {
        string address;
        try
        {
            address = s_strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        return !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && Ascii.EqualsIgnoreCase(scheme, uri.Scheme)
            && uri.UserInfo.Length == 0
                ? uri
                : null;
    }

    private static bool IsScheme(ReadOnlySpan<byte> text) => !text.IsEmpty && char.IsAsciiLetter((char)text[0]) && !text.ContainsAnyExcept(s_inScheme);

    /// <summary>Whether a browser finds a scheme. It ignores leading blanks and control characters, and tabs and line breaks.</summary>
    private static bool HidesScheme(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && text[start] <= ' ')
        {
            start++;
        }

        var isWithin = false;
        foreach (var letter in text[start..])
        {
            if (letter == ':')
            {
                return isWithin;
            }

            if (letter is (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                continue;
            }

            if (isWithin ? !s_inScheme.Contains(letter) : !char.IsAsciiLetter((char)letter))
            {
                return false;
            }

            isWithin = true;
        }

        return false;
    }
}
