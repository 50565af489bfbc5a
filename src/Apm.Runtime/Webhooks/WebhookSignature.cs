using System.Security.Cryptography;
using System.Text;

namespace Apm;

// docs/decisions/webhooks.md
/// <summary>Checks whether a body was signed with one of the secrets of the shop and its gateway.</summary>
internal static class WebhookSignature
{
    // A gateway signs with the old and the new key while a key is replaced. A longer header is an attempt to overload the shop.
    private const int MaxHeaderLength = 4096;
    private const int MaxSignatures = 16;

    public static bool IsRight(WebhookProfile profile, IReadOnlyCollection<KeyValuePair<string, string>> keys, string? header, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrWhiteSpace(header) || header.Length > MaxHeaderLength)
        {
            return false;
        }

        if (profile.SignatureForm == WebhookSignatureForm.Single)
        {
            return IsOneOf(profile, keys, header.Trim(), body);
        }

        var entries = header.Split(',', MaxSignatures + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length > MaxSignatures)
        {
            return false;
        }

        foreach (var entry in entries)
        {
            // Base64 contains slashes.
            if (entry.Split('/', 3) is [var id, var hash, var signature]
                && hash.Equals(HashName(profile.SignatureAlgorithm), StringComparison.OrdinalIgnoreCase)
                && IsOneOf(profile, keys.Where(key => key.Key == id), signature, body))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(WebhookProfile profile, IEnumerable<KeyValuePair<string, string>> keys, string signature, ReadOnlySpan<byte> body)
    {
        var isRight = false;
        foreach (var (_, secret) in keys)
        {
            isRight |= IsSame(profile.SignatureEncoding, Sign(profile.SignatureAlgorithm, secret, body), signature);
        }

        return isRight;
    }

    private static byte[] Sign(WebhookSignatureAlgorithm algorithm, string secret, ReadOnlySpan<byte> body)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        return algorithm == WebhookSignatureAlgorithm.HmacSha512 ? HMACSHA512.HashData(key, body) : HMACSHA256.HashData(key, body);
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
