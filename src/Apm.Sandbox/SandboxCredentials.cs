using System.Security.Cryptography;

namespace Apm.Sandbox;

/// <summary>The credentials of shops. The spec of an API decides which of them it uses.</summary>
public sealed record SandboxCredentials
{
    /// <summary>The user name for basic authentication, and the id of the client for OAuth 2.</summary>
    public string UserName { get; init; } = "merchant-" + RandomToken.Text(6);

    /// <summary>The password for basic authentication, and the secret of the client for OAuth 2.</summary>
    public string Password { get; init; } = RandomToken.Text(24);

    /// <summary>The token for bearer authentication, or the key for an API with a key in a header of its own.</summary>
    public string Key { get; init; } = RandomToken.Text(24);

    /// <summary>The secret of signatures by HMAC, of requests and of responses. It is a key as text, in hexadecimal digits and in Base64.</summary>
    public string SigningKey { get; init; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)).ToLowerInvariant();

    /// <summary>The key of the shop for signatures by RSA, in PEM.</summary>
    public string PrivateKey
    {
        get => field ?? RsaKey.Shop;
        init;
    }

    /// <summary>The key that checks the signatures of responses by RSA, in PEM.</summary>
    public string GatewayPublicKey => RsaKey.PublicOf(GatewayPrivateKey);

    internal string GatewayPrivateKey => RsaKey.Gateway;

    /// <summary>The name of the type. Secrets are withheld.</summary>
    public override string ToString() => nameof(SandboxCredentials);
}
