using System.ComponentModel;

namespace Apm;

/// <summary>Options of a gateway that wants a bearer token.</summary>
/// <param name="baseAddress">Where requests go unless the shop says otherwise.</param>
public abstract class BearerClientOptions(Uri baseAddress) : ApmClientOptions(baseAddress)
{
    /// <summary>The token, without <c>Bearer</c>.</summary>
    [ApmSecret]
    public string Token { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() => new("Authorization", "Bearer " + Token);

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        RequireSecret(Token, nameof(Token), failures);
    }
}
