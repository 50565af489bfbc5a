using System.Security.Cryptography;
using System.Text;
using Apm.Specs;

namespace Apm.Sandbox;

internal static class Authentication
{
    /// <summary>The header that a shop must send.</summary>
    public static (string Name, string Value) Header(AuthenticationModel model, SandboxCredentials credentials) =>
        model.Scheme switch
        {
            AuthenticationScheme.Basic => (
                "Authorization",
                "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.UserName}:{credentials.Password}"))),
            AuthenticationScheme.Bearer or AuthenticationScheme.OAuth2 => ("Authorization", "Bearer " + credentials.Key),
            _ => (model.Header ?? "Authorization", credentials.Key),
        };

    public static bool IsRight(AuthenticationModel model, SandboxOptions options, AccessTokens tokens, GatewayRequest request)
    {
        if (model.Scheme == AuthenticationScheme.OAuth2)
        {
            const string Scheme = "Bearer ";
            return request.Header("Authorization") is { } bearer
                && bearer.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                && tokens.IsValid(bearer[Scheme.Length..]);
        }

        return (model.Signature is not { } signature || MessageSigner.IsRight(signature, options.Credentials, request, options.TimeProvider.GetUtcNow()))
            && (model is { Scheme: AuthenticationScheme.Signature, Header: null } || HasHeader(model, options.Credentials, request));
    }

    private static bool HasHeader(AuthenticationModel model, SandboxCredentials credentials, GatewayRequest request)
    {
        var (name, expected) = Header(model, credentials);
        if (request.Header(name) is not { } actual)
        {
            return false;
        }

        // The name of a scheme is not case-sensitive.
        var scheme = expected.IndexOf(' ', StringComparison.Ordinal) + 1;
        return actual.Length >= scheme
            && actual.AsSpan(0, scheme).Equals(expected.AsSpan(0, scheme), StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(actual[scheme..]), Encoding.UTF8.GetBytes(expected[scheme..]));
    }
}
