using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Apm;

/// <summary>Options for a gateway with a key in a header of its own, whose requests are signed, too.</summary>
/// <param name="baseAddress">The default address of the gateway.</param>
/// <param name="header">The header's name.</param>
/// <param name="requests">How requests are signed.</param>
/// <param name="responses">How responses are signed; null if they are not.</param>
public abstract class SignedHeaderKeyClientOptions(Uri baseAddress, string header, SignatureProfile requests, SignatureProfile? responses)
    : SignatureClientOptions(baseAddress, requests, responses)
{
    /// <summary>The key in the header.</summary>
    [ApmSecret]
    public string Key { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() => new(header, Key);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void Read(IConfiguration section)
    {
        base.Read(section);
        Key = section[nameof(Key)] ?? Key;
    }

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        RequireSecret(Key, nameof(Key), failures);
    }
}
