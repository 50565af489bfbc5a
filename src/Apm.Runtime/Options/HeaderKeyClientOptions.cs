using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Apm;

/// <summary>Options for a gateway with a key in a header of its own.</summary>
/// <param name="baseAddress">The default address of the gateway.</param>
/// <param name="header">The header's name.</param>
public abstract class HeaderKeyClientOptions(Uri baseAddress, string header) : ApmClientOptions(baseAddress)
{
    /// <summary>The key.</summary>
    [ApmSecret]
    public string Key { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() => GetCredentials(Key);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials(string credentials) => new(header, credentials);

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
        if (IsConfigured(Key, nameof(Key), failures))
        {
            RequireSecret(Key, nameof(Key), failures);
        }
    }
}
