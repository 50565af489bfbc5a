using System.ComponentModel;

namespace Apm;

/// <summary>Options of a gateway that wants a key in a header of its own.</summary>
/// <param name="baseAddress">Where requests go unless the shop says otherwise.</param>
/// <param name="header">The header's name.</param>
public abstract class HeaderKeyClientOptions(Uri baseAddress, string header) : ApmClientOptions(baseAddress)
{
    /// <summary>The key.</summary>
    [ApmSecret]
    public string Key { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() => new(header, Key);

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        RequireSecret(Key, nameof(Key), failures);
    }
}
