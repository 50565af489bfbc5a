using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Apm;

/// <summary>Options for a gateway with tokens of OAuth 2. The client requests a token, and keeps it until shortly before its end.</summary>
/// <param name="baseAddress">The default address of the gateway.</param>
/// <remarks><see cref="ApmClientOptions.GetCredentialsAsync"/> returns a token of the shop's own, and then no token is requested.</remarks>
public abstract class OAuth2ClientOptions(Uri baseAddress) : ApmClientOptions(baseAddress)
{
    /// <summary>The id of the client.</summary>
    [ApmSecret]
    public string ClientId { get; set; } = "";

    /// <summary>The secret of the client.</summary>
    [ApmSecret]
    public string ClientSecret { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() => default;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials(string credentials) => new("Authorization", "Bearer " + credentials);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void Read(IConfiguration section)
    {
        base.Read(section);
        ClientId = section[nameof(ClientId)] ?? ClientId;
        ClientSecret = section[nameof(ClientSecret)] ?? ClientSecret;
    }

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (IsConfigured(ClientId, nameof(ClientId), failures))
        {
            RequireSecret(ClientId, nameof(ClientId), failures);
        }

        if (IsConfigured(ClientSecret, nameof(ClientSecret), failures))
        {
            RequireSecret(ClientSecret, nameof(ClientSecret), failures);
        }
    }
}
