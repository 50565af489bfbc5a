using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Apm;

/// <summary>Options for a gateway with a bearer token.</summary>
/// <param name="baseAddress">The default address of the gateway.</param>
public abstract class BearerClientOptions(Uri baseAddress) : ApmClientOptions(baseAddress)
{
    /// <summary>The token, without <c>Bearer</c>.</summary>
    [ApmSecret]
    public string Token { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() => GetCredentials(Token);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials(string credentials) => new("Authorization", "Bearer " + credentials);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void Read(IConfiguration section)
    {
        base.Read(section);
        Token = section[nameof(Token)] ?? Token;
    }

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (IsConfigured(Token, nameof(Token), failures))
        {
            RequireSecret(Token, nameof(Token), failures);
        }
    }
}
