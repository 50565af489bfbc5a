namespace Apm.Specs;

/// <summary>Reads <c>authentication</c> that is a mapping: a key in a header, OAuth 2, or a signature.</summary>
internal static class AuthenticationBinder
{
    public static AuthenticationModel Bind(SpecMapping map, RequestHeaders taken)
    {
        var (header, token, signature) = (map.Find("header"), map.Find("oauth2"), map.Find("signature"));
        if (token is not null)
        {
            foreach (var other in new[] { header, signature }.OfType<SpecValue>())
            {
                map.Diagnostics.Add(SpecDescriptors.Contradiction, other.Key.Span, $"'{other.Name}' cannot be together with 'oauth2': remove one of them");
            }

            taken.Take("Authorization", "authentication", token.Key.Span);
            return OAuth2(token);
        }

        if (signature is not null)
        {
            var key = header is null ? null : ApiConnectionBinder.HeaderName(header, taken, "authentication");
            return new AuthenticationModel(AuthenticationScheme.Signature, key)
            {
                Signature = MessageSignatureBinder.OfRequest(signature, taken),
            };
        }

        return new AuthenticationModel(
            AuthenticationScheme.HeaderKey,
            ApiConnectionBinder.HeaderName(map.Require("header"), taken, "authentication") ?? "Authorization");
    }

    private static AuthenticationModel OAuth2(SpecValue entry)
    {
        var map = entry.Mapping() is { } mapping ? new SpecMapping(mapping, SpecKeys.OAuth2, entry.Diagnostics, entry.Key.Span) : null;
        return new AuthenticationModel(AuthenticationScheme.OAuth2, null)
        {
            OAuth2 = new OAuth2Model(
                Path(map?.Require("post")) ?? "/oauth2/token",
                map?.Find("credentials")?.Choice<ClientCredentials>() ?? ClientCredentials.Basic,
                map?.Find("scope")?.Text()),
        };
    }

    private static string? Path(SpecValue? entry)
    {
        if (entry?.Scalar() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.Length > 1
            && scalar.Value[0] == '/'
            && scalar.Value[1] != '/'
            && scalar.Value.All(c => c is > ' ' and <= '~' && "{}\\?#".IndexOf(c) < 0))
        {
            return scalar.Value;
        }

        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            scalar.Span,
            $"{MessageText.Of(scalar.Value)} is not a path: '{entry.Name}' must be {entry.Hint}");
        return null;
    }
}
