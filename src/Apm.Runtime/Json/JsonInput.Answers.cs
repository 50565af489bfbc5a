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
    /// <param name="schemes">Schemes of addresses that are accepted beside http and https, in small letters.</param>
    /// <param name="redirect">Takes an address that a customer may be sent to.</param>
    /// <param name="qrCode">Takes what is no address, unless it is empty.</param>
    /// <param name="isRefused">Becomes true where there is an address that a customer must not be sent to.</param>
    public static void ReadRedirect(
        ref Utf8JsonReader reader,
        string path,
        string name,
        scoped ReadOnlySpan<string> schemes,
        ref JsonText redirect,
        ref JsonText qrCode,
        ref bool isRefused)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.TrySkip();
            return;
        }

        var text = IsPlain(ref reader) ? reader.ValueSpan : Unescaped(ref reader);
        if (text.IsEmpty)
        {
            return;
        }

        switch (RedirectAddress.Judge(text, schemes, out var ascii))
        {
            case RedirectVerdict.Refused:
                isRefused = true;
                break;
            case RedirectVerdict.Accepted when redirect.IsAbsent:
                redirect = ascii is null ? JsonText.Read(ref reader, path, name) : new JsonText(ascii);
                break;
            case RedirectVerdict.NoAddress when qrCode.IsAbsent:
                qrCode = JsonText.Read(ref reader, path, name);
                break;
        }
    }
}
