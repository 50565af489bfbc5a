using System.Security.Cryptography;
using System.Text;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Signs bodies according to the API file.</summary>
internal static class WebhookSigner
{
    /// <summary>The header's value. The newest key is first in a list, and is the key of a single signature.</summary>
    public static string Sign(WebhookSignatureModel how, IReadOnlyDictionary<string, string> keys, byte[] body) => how.Form == SignatureForm.Single
        ? Signature(how, keys.Last().Value, body)
        : string.Join(',', keys.Reverse().Select(key => $"{key.Key}/{HashName(how.Algorithm)}/{Signature(how, key.Value, body)}"));

    private static string Signature(WebhookSignatureModel how, string secret, byte[] body)
    {
        using HMAC hmac =
            how.Algorithm == SignatureAlgorithm.HmacSha512 ? new HMACSHA512(Encoding.UTF8.GetBytes(secret)) : new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        var signature = hmac.ComputeHash(body);
        return how.Encoding == SignatureEncoding.Hex ? Convert.ToHexString(signature).ToLowerInvariant() : Convert.ToBase64String(signature);
    }

    private static string HashName(SignatureAlgorithm algorithm) => algorithm == SignatureAlgorithm.HmacSha512 ? "SHA512" : "SHA256";
}
