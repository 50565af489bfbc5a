using System.Security.Cryptography;
using System.Text;

namespace Apm;

/// <summary>The secret of a signature.</summary>
internal static class WebhookKey
{
    /// <summary>Whether the text is a key; a wrong text can sign nothing.</summary>
    public static bool IsValid(WebhookProfile profile, string secret)
    {
        try
        {
            if (profile.SignatureAlgorithm == WebhookSignatureAlgorithm.RsaSha256)
            {
                using var rsa = Rsa(secret);
                return true;
            }

            return Bytes(profile.SignatureKey, secret).Length > 0;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    /// <exception cref="FormatException">The text is not hexadecimal or not Base64.</exception>
    public static byte[] Bytes(WebhookKeyFormat format, string secret) => format switch
    {
        WebhookKeyFormat.Hex => Convert.FromHexString(secret),
        WebhookKeyFormat.Base64 => Convert.FromBase64String(secret),
        _ => Encoding.UTF8.GetBytes(secret),
    };

    /// <exception cref="ArgumentException">The text is not a key in PEM.</exception>
    public static RSA Rsa(string pem)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return rsa;
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }

    /// <summary>What a secret must be, to follow “must be”.</summary>
    public static string Hint(WebhookProfile profile) => profile switch
    {
        { SignatureAlgorithm: WebhookSignatureAlgorithm.RsaSha256 } => "a public key in PEM",
        { SignatureKey: WebhookKeyFormat.Hex } => "hexadecimal digits",
        _ => "Base64",
    };
}
