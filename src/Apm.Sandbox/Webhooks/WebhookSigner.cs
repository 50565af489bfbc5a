using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Signs webhooks according to the API file.</summary>
internal static class WebhookSigner
{
    /// <summary>The header's value. The newest key is first in a list, and is the key of a single signature.</summary>
    /// <param name="how">The facts of the API.</param>
    /// <param name="keys">The keys, the newest last.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="time">The seconds since 1970, for a signature with a time.</param>
    public static string Sign(WebhookSignatureModel how, IReadOnlyDictionary<string, string> keys, byte[] body, string time)
    {
        var content = Content(how, body, time);
        var newest = keys.Reverse();
        return how.Form switch
        {
            SignatureForm.Single => how.Prefix + Signature(how, keys.Last().Value, content),
            SignatureForm.List => string.Join(',', newest.Select(key => how.Prefix + Signature(how, key.Value, content))),
            SignatureForm.Timestamped =>
                string.Join(',', newest.Select(key => $"{how.Value}={Signature(how, key.Value, content)}").Prepend($"{how.Time}={time}")),
            _ => string.Join(',', newest.Select(key => $"{key.Key}/{HashName(how.Algorithm)}/{Signature(how, key.Value, content)}")),
        };
    }

    /// <summary>The signature in a body, or in an item of it, by the newest key.</summary>
    public static string Sign(WebhookSignatureModel how, IReadOnlyDictionary<string, string> keys, JsonElement root) =>
        Signature(how, keys.Last().Value, Members(how, root));

    /// <summary>Whether a signature is right for a public key, for RSA only.</summary>
    public static bool IsSigned(WebhookSignatureModel how, string publicKey, string signature, byte[] content)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(publicKey);
            var given = how.Encoding == SignatureEncoding.Hex ? Convert.FromHexString(signature) : Convert.FromBase64String(signature);
            return rsa.VerifyData(content, given, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The time in a header.</summary>
    public static string? TimeIn(WebhookSignatureModel how, string header) => header
        .Split(',', StringSplitOptions.TrimEntries)
        .Where(entry => entry.StartsWith(how.Time + "=", StringComparison.Ordinal))
        .Select(entry => entry[(how.Time!.Length + 1)..])
        .FirstOrDefault();

    public static string TimeOf(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>What is signed.</summary>
    public static byte[] Content(WebhookSignatureModel how, byte[] body, string time)
    {
        if (!how.Members.IsEmpty)
        {
            var text = Encoding.UTF8.GetString(body);
            using var parsed = JsonDocument.Parse(text.StartsWith('{') ? text : FormText.ToJson(text) ?? "{}");
            return Members(how, parsed.RootElement);
        }

        if (how.Over is not { } over)
        {
            return body;
        }

        var parts = over.Replace("{time}", time, StringComparison.Ordinal).Split("{body}");
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. body, .. Encoding.UTF8.GetBytes(parts[1])];
    }

    private static byte[] Members(WebhookSignatureModel how, JsonElement root) =>
        Encoding.UTF8.GetBytes(string.Join(how.Join, how.Members.Select(path => Scalars.Text(Dotted.Find(root, path)) ?? "")));

    private static string Signature(WebhookSignatureModel how, string secret, byte[] content)
    {
        var signature = Sign(how, secret, content);
        return how.Encoding == SignatureEncoding.Hex ? Convert.ToHexString(signature).ToLowerInvariant() : Convert.ToBase64String(signature);
    }

    private static byte[] Sign(WebhookSignatureModel how, string secret, byte[] content)
    {
        if (how.Algorithm == SignatureAlgorithm.RsaSha256)
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(secret);
            return rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        var key = how.Key switch
        {
            SignatureKey.Hex => Convert.FromHexString(secret),
            SignatureKey.Base64 => Convert.FromBase64String(secret),
            _ => Encoding.UTF8.GetBytes(secret),
        };
        return how.Algorithm == SignatureAlgorithm.HmacSha512 ? HMACSHA512.HashData(key, content) : HMACSHA256.HashData(key, content);
    }

    private static string HashName(SignatureAlgorithm algorithm) => algorithm == SignatureAlgorithm.HmacSha512 ? "SHA512" : "SHA256";
}
