using System.Buffers;
using System.Globalization;
using System.Text;

namespace Apm;

// docs/decisions/redirects.md
/// <summary>
/// An address in characters that are allowed in a response header and in every HTML attribute. An international host is in Punycode,
/// and every other character that is not plain is %XX of its UTF-8 bytes. A browser reads it as the same address.
/// </summary>
internal static class AsciiAddress
{
    private static readonly SearchValues<char> s_inHost = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>
    /// Printable ASCII without the characters that end an attribute or a tag, and without the backslash. ' and the backtick also end
    /// an attribute, but occur in usable addresses.
    /// </summary>
    public static readonly SearchValues<byte> Plain = SearchValues.Create(
        "!#$%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>The ASCII form of an address without a host, or with a plain host.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Append(new StringBuilder(text.Length * 2), text).ToString();

    /// <summary>The ASCII form of an http or https address.</summary>
    /// <param name="text">The address.</param>
    /// <param name="authority">Its host and port, a part of the text.</param>
    /// <param name="uri">The same address.</param>
    /// <returns>Null if the host has no such form.</returns>
    public static string? Of(ReadOnlySpan<byte> text, ReadOnlySpan<byte> authority, Uri uri)
    {
        if (!authority.ContainsAnyExcept(Plain))
        {
            return Of(text);
        }

        // A host in brackets has colons and is never international.
        var colon = authority.IndexOf((byte)':');
        if (HostOf(uri) is not { } host || (colon >= 0 && authority[colon..].ContainsAnyExcept(Plain)))
        {
            return null;
        }

        var start = text.IndexOf("//"u8) + 2;
        var address = Append(new StringBuilder(text.Length * 2), text[..start]).Append(host);
        return Append(address, text[(start + (colon < 0 ? authority.Length : colon))..]).ToString();
    }

    private static string? HostOf(Uri uri)
    {
        try
        {
            var host = uri.IdnHost;
            return host.Length > 0 && !host.AsSpan().ContainsAnyExcept(s_inHost) ? host : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static StringBuilder Append(StringBuilder address, ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            _ = Plain.Contains(letter) ? address.Append((char)letter) : address.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
        }

        return address;
    }
}
