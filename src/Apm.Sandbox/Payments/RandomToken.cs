using System.Security.Cryptography;

namespace Apm.Sandbox;

internal static class RandomToken
{
    /// <summary>An id with the length of a real gateway's ids: 176 characters of base64url.</summary>
    public static string Id() => Text(132);

    public static string Text(int bytes) =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
