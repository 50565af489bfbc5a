using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>Checks whether a body was signed with one of the secrets of the shop and its gateway.</summary>
internal static class WebhookSignature
{
    // A gateway signs with the old and the new key while a key is replaced. A longer header is an attempt to overload the shop.
    private const int MaxHeaderLength = 4096;
    private const int MaxSignatures = 16;

    /// <param name="profile">How the gateway signs.</param>
    /// <param name="keys">The secrets.</param>
    /// <param name="header">The signature header; null if there is none.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="now">The time, for a signature with a time.</param>
    public static bool IsRight(
        WebhookProfile profile,
        IReadOnlyCollection<KeyValuePair<string, string>> keys,
        string? header,
        ReadOnlySpan<byte> body,
        DateTimeOffset now = default)
    {
        if (profile.SignatureAt is not null)
        {
            // One wrong notification refuses the delivery. One without notifications is signed by nobody.
            return TryParse(profile, body, out var root)
                && WebhookItems.Of(profile, root) is { Count: > 0 } items
                && items.All(item => IsRight(profile, keys, item));
        }

        if (string.IsNullOrWhiteSpace(header) || header.Length > MaxHeaderLength)
        {
            return false;
        }

        if (profile.SignatureForm == WebhookSignatureForm.Single)
        {
            return Unprefixed(profile, header.Trim()) is { } single && IsOneOf(profile, keys, single, Content(profile, body, ""));
        }

        var entries = header.Split(',', MaxSignatures + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return entries.Length <= MaxSignatures && profile.SignatureForm switch
        {
            WebhookSignatureForm.List => IsListed(profile, keys, entries, Content(profile, body, "")),
            WebhookSignatureForm.Timestamped => IsTimely(profile, keys, entries, body, now),
            _ => IsKeyed(profile, keys, entries, Content(profile, body, "")),
        };
    }

    private static bool IsRight(WebhookProfile profile, IReadOnlyCollection<KeyValuePair<string, string>> keys, JsonElement root) =>
        JsonPaths.Find(root, profile.SignatureAt) is { ValueKind: JsonValueKind.String } signature
        && JsonPaths.TextOf(signature) is { Length: > 0 and <= MaxHeaderLength } text
        && IsOneOf(profile, keys, text, Members(profile, root));

    private static bool IsKeyed(
        WebhookProfile profile,
        IReadOnlyCollection<KeyValuePair<string, string>> keys,
        string[] entries,
        ReadOnlySpan<byte> content)
    {
        foreach (var entry in entries)
        {
            // Base64 contains slashes.
            if (entry.Split('/', 3) is [var id, var hash, var signature]
                && hash.Equals(HashName(profile.SignatureAlgorithm), StringComparison.OrdinalIgnoreCase)
                && IsOneOf(profile, keys.Where(key => key.Key == id), signature, content))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsListed(
        WebhookProfile profile,
        IReadOnlyCollection<KeyValuePair<string, string>> keys,
        string[] entries,
        ReadOnlySpan<byte> content)
    {
        foreach (var entry in entries)
        {
            if (Unprefixed(profile, entry) is { } signature && IsOneOf(profile, keys, signature, content))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTimely(
        WebhookProfile profile,
        IReadOnlyCollection<KeyValuePair<string, string>> keys,
        string[] entries,
        ReadOnlySpan<byte> body,
        DateTimeOffset now)
    {
        if (Values(entries, profile.SignatureTime).FirstOrDefault() is not { } time
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)profile.SignatureTolerance.TotalSeconds)
        {
            return false;
        }

        var content = Content(profile, body, time);
        foreach (var signature in Values(entries, profile.SignatureValue))
        {
            if (IsOneOf(profile, keys, signature, content))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Values(string[] entries, string name) => entries
        .Where(entry => entry.Length > name.Length && entry[name.Length] == '=' && entry.StartsWith(name, StringComparison.Ordinal))
        .Select(entry => entry[(name.Length + 1)..]);

    private static string? Unprefixed(WebhookProfile profile, string signature) =>
        signature.StartsWith(profile.SignaturePrefix, StringComparison.Ordinal) ? signature[profile.SignaturePrefix.Length..] : null;

    private static ReadOnlySpan<byte> Content(WebhookProfile profile, ReadOnlySpan<byte> body, string time)
    {
        if (profile.SignatureMembers.Count > 0)
        {
            return TryParse(profile, body, out var root) ? Members(profile, root) : [];
        }

        if (profile.SignatureOver is not { } over)
        {
            return body;
        }

        // Only the spec has placeholders, so the body is put between the two parts and never searched.
        var parts = over.Split("{body}", 2);
        byte[] before = Encoding.UTF8.GetBytes(parts[0].Replace("{time}", time, StringComparison.Ordinal));
        byte[] after = Encoding.UTF8.GetBytes(parts[1].Replace("{time}", time, StringComparison.Ordinal));
        return (byte[])[.. before, .. body, .. after];
    }

    private static byte[] Members(WebhookProfile profile, JsonElement root) => Encoding.UTF8.GetBytes(string.Join(
        profile.SignatureJoin,
        profile.SignatureMembers.Select(path => JsonPaths.Find(root, path) is { } member ? JsonPaths.TextOf(member) : "")));

    private static bool TryParse(WebhookProfile profile, ReadOnlySpan<byte> body, out JsonElement root)
    {
        try
        {
            root = EventContent.Parse(EventContent.Json(profile, body.ToArray()).Span);
            return true;
        }
        catch (JsonException)
        {
            root = default;
            return false;
        }
    }

    private static bool IsOneOf(WebhookProfile profile, IEnumerable<KeyValuePair<string, string>> keys, string signature, ReadOnlySpan<byte> content)
    {
        var isRight = false;
        foreach (var (_, secret) in keys)
        {
            isRight |= profile.SignatureAlgorithm == WebhookSignatureAlgorithm.RsaSha256
                ? IsSignedByRsa(profile.SignatureEncoding, secret, signature, content)
                : IsSame(profile.SignatureEncoding, Sign(profile, secret, content), signature);
        }

        return isRight;
    }

    private static byte[] Sign(WebhookProfile profile, string secret, ReadOnlySpan<byte> content)
    {
        var key = WebhookKey.Bytes(profile.SignatureKey, secret);
        return profile.SignatureAlgorithm == WebhookSignatureAlgorithm.HmacSha512 ? HMACSHA512.HashData(key, content) : HMACSHA256.HashData(key, content);
    }

    private static bool IsSignedByRsa(WebhookSignatureEncoding encoding, string pem, string signature, ReadOnlySpan<byte> content)
    {
        byte[] given;
        try
        {
            given = encoding == WebhookSignatureEncoding.Hex ? Convert.FromHexString(signature) : Convert.FromBase64String(signature);
        }
        catch (FormatException)
        {
            return false;
        }

        using var rsa = WebhookKey.Rsa(pem);
        return rsa.VerifyData(content, given, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    // Compared as texts, so that a signature that cannot be decoded takes no other path.
    private static bool IsSame(WebhookSignatureEncoding encoding, byte[] right, string given)
    {
        var (rightText, givenText) = encoding == WebhookSignatureEncoding.Hex
            ? (Convert.ToHexString(right), given.ToUpperInvariant())
            : (Convert.ToBase64String(right), given);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(rightText), Encoding.UTF8.GetBytes(givenText));
    }

    private static string HashName(WebhookSignatureAlgorithm algorithm) =>
        algorithm == WebhookSignatureAlgorithm.HmacSha512 ? "SHA512" : "SHA256";
}
