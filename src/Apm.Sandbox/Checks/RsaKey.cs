using System.Security.Cryptography;

namespace Apm.Sandbox;

/// <summary>Keys for RSA in PEM, new in each process and created when one is needed.</summary>
internal static class RsaKey
{
    private static readonly Lazy<string> s_shop = new(New);
    private static readonly Lazy<string> s_gateway = new(New);

    public static string Shop => s_shop.Value;

    public static string Gateway => s_gateway.Value;

    public static string PublicOf(string key)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key);
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    private static string New()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }
}
