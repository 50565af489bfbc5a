using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Apm;

/// <summary>Options for a gateway whose requests are signed.</summary>
public abstract class SignatureClientOptions : ApmClientOptions
{
    private readonly SignatureProfile _requests;
    private readonly SignatureProfile? _responses;

    /// <summary>Creates options with the default address of the gateway.</summary>
    /// <param name="baseAddress">The default address.</param>
    /// <param name="requests">How requests are signed.</param>
    /// <param name="responses">How responses are signed; null if they are not.</param>
    protected SignatureClientOptions(Uri baseAddress, SignatureProfile requests, SignatureProfile? responses)
        : base(baseAddress) => (_requests, _responses) = (requests, responses);

    /// <summary>The key that signs requests: the secret that the gateway has, too, or the private key of the shop in PEM.</summary>
    [ApmSecret]
    public string SigningKey { get; set; } = "";

    /// <summary>The key that checks responses: the secret that the gateway has, too, or the public key of the gateway in PEM. It is empty if
    /// responses have no signature.</summary>
    [ApmSecret]
    public string ResponseKey { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() => default;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials(string credentials) => default;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void Read(IConfiguration section)
    {
        base.Read(section);
        SigningKey = section[nameof(SigningKey)] ?? SigningKey;
        ResponseKey = section[nameof(ResponseKey)] ?? ResponseKey;
    }

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (GetCredentialsAsync is not null)
        {
            failures.Add($"{nameof(GetCredentialsAsync)} must not be set, because requests are signed with {nameof(SigningKey)}.");
        }

        if (_requests.Problem(SigningKey, isPrivate: true) is { } problem)
        {
            failures.Add($"{nameof(SigningKey)} {problem}");
        }

        if (_responses?.Problem(ResponseKey, isPrivate: false) is { } other)
        {
            failures.Add($"{nameof(ResponseKey)} {other}");
        }
    }
}
