using System.Text;
using System.Text.Json;

namespace Apm;

/// <content>What answers have beside values: links, and how a payment goes on.</content>
public static partial class JsonInput
{
    /// <summary>Adds a link or action to those found so far; the reader stands on its name. One without an address is left out.</summary>
    /// <param name="reader">Stands on the name, and on the end of the value afterwards.</param>
    /// <param name="path">Where the object of links stands.</param>
    /// <param name="href">The member of a link that holds its address.</param>
    /// <param name="actions">Null until there is one.</param>
    /// <exception cref="JsonException">The address is not a text.</exception>
    public static void ReadAction(ref Utf8JsonReader reader, string path, scoped ReadOnlySpan<byte> href, ref PaymentActions? actions)
    {
        var name = JsonText.Read(ref reader, path);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.TrySkip();
            return;
        }

        JsonText address = default;
        while (NextMember(ref reader, out var member))
        {
            if (!member.SequenceEqual(href))
            {
                SkipMember(ref reader);
                continue;
            }

            reader.Read();
            address = reader.TokenType switch
            {
                JsonTokenType.String => JsonText.Read(ref reader, path),
                JsonTokenType.Null => default,
                _ => throw Error(Join(path, "*." + Encoding.UTF8.GetString(href)), "a text", reader.TokenType),
            };
        }

        if (!address.IsAbsent)
        {
            (actions ??= new PaymentActions()).Add(name, address);
        }
    }

    /// <summary>Reads how a payment goes on: an address, or a picture where there is no address. The first of each in an answer counts.</summary>
    /// <param name="reader">Stands on the value; one that is no text is passed over.</param>
    /// <param name="path">Where the object stands, for errors.</param>
    /// <param name="name">The member's name, for errors.</param>
    /// <param name="redirect">Takes an address.</param>
    /// <param name="qrCode">Takes anything else, unless it is empty.</param>
    public static void ReadRedirect(ref Utf8JsonReader reader, string path, string name, ref JsonText redirect, ref JsonText qrCode)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.TrySkip();
            return;
        }

        var isAddress = HasScheme(reader.ValueSpan);
        if (reader.ValueSpan.IsEmpty || !(isAddress ? redirect : qrCode).IsAbsent)
        {
            return;
        }

        (isAddress ? ref redirect : ref qrCode) = JsonText.Read(ref reader, path, name);
    }

    // Neither Base64 nor the digits of a payment code begin like an address.
    private static bool HasScheme(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || !char.IsAsciiLetter((char)text[0]))
        {
            return false;
        }

        foreach (var letter in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'+' or (byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return true;
    }
}
