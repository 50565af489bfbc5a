using System.Text;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Issues tokens of OAuth 2, and knows which of them are valid. RFC 6749, sections 4.4 and 5.</summary>
internal sealed class AccessTokens(ApiModel api, SandboxOptions options)
{
    private readonly Dictionary<string, DateTimeOffset> _issued = new(StringComparer.Ordinal);

    public bool IsAt(GatewayRequest request) => api.Authentication.OAuth2 is { } token && request.Method == "POST" && request.Path == token.Path;

    public GatewayResponse Answer(GatewayRequest request)
    {
        var form = FormText.ToJson(Encoding.Latin1.GetString(request.Body.Span)) is { } json ? JsonNode.Parse(json)!.AsObject() : [];
        return (string?)form["grant_type"] != "client_credentials" ? Error(400, "unsupported_grant_type")
            : !IsClient(request, form) ? Error(401, "invalid_client")
            : (string?)form["scope"] != api.Authentication.OAuth2!.Scope ? Error(400, "invalid_scope")
            : JsonAnswer.Of(200, new JsonObject
            {
                ["access_token"] = Issue(),
                ["token_type"] = "Bearer",
                ["expires_in"] = (long)options.TokensLive.TotalSeconds,
            });
    }

    public string Issue()
    {
        var token = RandomToken.Text(32);
        lock (_issued)
        {
            _issued[token] = options.TimeProvider.GetUtcNow() + options.TokensLive;
        }

        return token;
    }

    public bool IsValid(string token)
    {
        lock (_issued)
        {
            return _issued.TryGetValue(token, out var end) && options.TimeProvider.GetUtcNow() < end;
        }
    }

    private bool IsClient(GatewayRequest request, JsonObject form)
    {
        var (id, secret) = (options.Credentials.UserName, options.Credentials.Password);
        return api.Authentication.OAuth2!.Credentials == ClientCredentials.Body
            ? (string?)form["client_id"] == id && (string?)form["client_secret"] == secret
            : request.Header("Authorization") == "Basic "
                + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));
    }

    private static GatewayResponse Error(int status, string name) => JsonAnswer.Of(status, new JsonObject { ["error"] = name });
}
