using System.Text;
using System.Text.Json;

namespace Apm;

/// <content>The parts of responses that are not plain values: links, and the redirect of the customer.</content>
public static partial class JsonInput
{
    /// <summary>Adds a link or action to those found so far. A link without an address is left out.</summary>
    /// <param name="reader">At the name before, and at the end of the value afterwards.</param>
    /// <param name="path">The path of the object of links.</param>
    /// <param name="href">The member of a link that has its address.</param>
    /// <param name="actions">Null until the first link.</param>
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

    /// <summary>Reads the redirect of a payment: an address, or a picture if there is no address. The first of each in a response counts.</summary>
    /// <param name="reader">At the value. A value that is not a text is skipped.</param>
    /// <param name="path">The path of the object, for errors.</param>
    /// <param name="name">The member's name, for errors.</param>
    /// <param name="schemes">Accepted schemes besides http and https, in lower case.</param>
    /// <param name="redirect">Set to an address that a customer may be sent to.</param>
    /// <param name="qrCode">Set to a text that is not an address and not empty.</param>
    /// <param name="isRefused">Set to true for an address that a customer must not be sent to.</param>
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

    /// <summary>Parses a response for paths that are not read in one pass.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonElement ReadRoot(ReadOnlyMemory<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json.Span);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The first text or number at one of the paths.</summary>
    /// <param name="root">The response.</param>
    /// <param name="paths">Paths with items or quotes are allowed.</param>
    public static JsonText FindText(JsonElement root, params string[] paths)
    {
        foreach (var path in paths)
        {
            if (JsonPaths.Find(root, path) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } found
                && JsonPaths.TextOf(found) is { Length: > 0 } text)
            {
                return new JsonText(text);
            }
        }

        return default;
    }

    /// <summary>Reads the redirect of a payment as <see cref="ReadRedirect"/> does.</summary>
    /// <param name="root">The response.</param>
    /// <param name="path">The path of the address or of the picture.</param>
    /// <param name="schemes">Accepted schemes besides http and https, in lower case.</param>
    /// <param name="redirect">Set to an address that a customer may be sent to.</param>
    /// <param name="qrCode">Set to a text that is not an address and not empty.</param>
    /// <param name="isRefused">Set to true for an address that a customer must not be sent to.</param>
    public static void FindRedirect(
        JsonElement root,
        string path,
        scoped ReadOnlySpan<string> schemes,
        ref JsonText redirect,
        ref JsonText qrCode,
        ref bool isRefused)
    {
        if (JsonPaths.Find(root, path) is not { ValueKind: JsonValueKind.String } found || JsonPaths.TextOf(found) is not { Length: > 0 } text)
        {
            return;
        }

        switch (RedirectAddress.Judge(Encoding.UTF8.GetBytes(text), schemes, out var ascii))
        {
            case RedirectVerdict.Refused:
                isRefused = true;
                break;
            case RedirectVerdict.Accepted when redirect.IsAbsent:
                redirect = new JsonText(ascii ?? text);
                break;
            case RedirectVerdict.NoAddress when qrCode.IsAbsent:
                qrCode = new JsonText(text);
                break;
        }
    }
}
