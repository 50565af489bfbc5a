using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/redirects.md
/// <summary>Where a response sends the customer, or what it shows. It uses no code of the client.</summary>
internal static partial class RedirectText
{
    private const int MaxLength = 32 * 1024;
    private const string NotPlain = "\"'<>\\`";

    /// <summary>An address in ASCII, as a shop gets it, or a text that is shown. Both are null if an address must not be followed.</summary>
    public static (string? Address, string? Shown) Of(string text, ApiModel api)
    {
        var scheme = Scheme().Match(text);
        return scheme.Success ? (Address(text, scheme.Groups["scheme"].Value, api), null)
            : HiddenScheme().IsMatch(text) ? (null, null)
            : (null, text);
    }

    private static string? Address(string text, string scheme, ApiModel api)
    {
        var name = scheme.ToLowerInvariant();
        var isWeb = name is "http" or "https";
        if ((!isWeb && !api.Response.RedirectSchemes.Contains(name))
            || text.Any(letter => letter is '"' or '<' or '>' or '\\' || char.IsControl(letter) || char.IsWhiteSpace(letter)
                || char.GetUnicodeCategory(letter) == UnicodeCategory.Format)
            || Encoding.UTF8.GetByteCount(text) > MaxLength
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme != name
            || uri.UserInfo.Length > 0)
        {
            return null;
        }

        var ascii = isWeb ? WebAddress(text, scheme, uri) : text.Length > scheme.Length + 1 ? Escaped(text) : null;
        return ascii?.Length <= MaxLength && Uri.TryCreate(ascii, UriKind.Absolute, out _) ? ascii : null;
    }

    private static string? WebAddress(string text, string scheme, Uri uri)
    {
        var rest = text[(scheme.Length + 1)..];
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        var end = rest.IndexOfAny(['/', '?', '#'], 2);
        var authority = end < 0 ? rest[2..] : rest[2..end];
        if (authority.Length == 0 || authority.AsSpan().ContainsAny("@'`"))
        {
            return null;
        }

        if (!authority.Any(IsEscaped))
        {
            return Escaped(text);
        }

        var colon = authority.IndexOf(':', StringComparison.Ordinal);
        var port = colon < 0 ? "" : authority[colon..];
        var host = uri.IdnHost;
        return host.Length > 0 && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_') && !port.Any(IsEscaped)
            ? $"{scheme}://{host}{port}" + Escaped(end < 0 ? "" : rest[end..])
            : null;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = rune.ToString();
            escaped.Append(letter is [var one] && !IsEscaped(one) ? letter : HexEscaped(letter));
        }

        return escaped.ToString();
    }

    private static string HexEscaped(string letter) => string.Concat(Encoding.UTF8.GetBytes(letter).Select(part => $"%{part:X2}"));

    private static bool IsEscaped(char letter) => letter is <= ' ' or > '~' || NotPlain.Contains(letter, StringComparison.Ordinal);

    [GeneratedRegex(@"\A(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.ExplicitCapture)]
    private static partial Regex Scheme();

    // A browser ignores blanks before a scheme, and tabs and line breaks in it.
    [GeneratedRegex(@"\A[\x00-\x20]*[A-Za-z]([A-Za-z0-9+.-]|[\t\n\r])*:", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenScheme();
}
