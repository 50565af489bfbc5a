using System.ComponentModel;

namespace Apm;

/// <summary>The request for a token: the client credentials grant of RFC 6749. Generated clients create it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OAuth2Profile
{
    /// <summary>The operation that requests a token. Its path is below the base address.</summary>
    public required ApmOperation Operation { get; init; }

    /// <summary>Whether the id and the secret of the client are in the form, and not in the header of basic authentication.</summary>
    public bool IsInBody { get; init; }

    /// <summary>The scope of the token; null if none is requested.</summary>
    public string? Scope { get; init; }
}
