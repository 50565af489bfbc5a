using System.Security.Cryptography;
using System.Text;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Keys in the form that an API signs with. A text of the options that does not have the form is encoded.</summary>
internal static class WebhookKeys
{
    // One for the process, because it takes long to create.
    private static readonly Lazy<(string Private, string Public)> s_rsa = new(() =>
    {
        using var rsa = RSA.Create(2048);
        return (rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportSubjectPublicKeyInfoPem());
    });

    /// <summary>The keys of the gateway.</summary>
    public static IReadOnlyDictionary<string, string> OfGateway(WebhookSignatureModel how, IReadOnlyDictionary<string, string> keys) =>
        how.Algorithm == SignatureAlgorithm.RsaSha256
            ? keys.ToDictionary(key => key.Key, key => IsPem(key.Value) ? key.Value : s_rsa.Value.Private)
            : how.Key == SignatureKey.Text ? keys
            : keys.ToDictionary(key => key.Key, key => Encoded(how.Key, key.Value));

    /// <summary>The keys of a shop.</summary>
    public static IReadOnlyDictionary<string, string> OfShop(WebhookSignatureModel how, IReadOnlyDictionary<string, string> keys) =>
        how.Algorithm == SignatureAlgorithm.RsaSha256
            ? keys.ToDictionary(key => key.Key, key => IsPem(key.Value) ? PublicOf(key.Value) : s_rsa.Value.Public)
            : OfGateway(how, keys);

    private static bool IsPem(string text) => text.StartsWith("-----", StringComparison.Ordinal);

    private static string PublicOf(string pem)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    private static string Encoded(SignatureKey key, string text)
    {
        try
        {
            _ = key == SignatureKey.Hex ? Convert.FromHexString(text) : Convert.FromBase64String(text);
            return text;
        }
        catch (FormatException)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            return key == SignatureKey.Hex ? Convert.ToHexString(bytes) : Convert.ToBase64String(bytes);
        }
    }
}
