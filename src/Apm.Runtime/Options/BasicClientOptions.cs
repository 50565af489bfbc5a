using System.ComponentModel;
using System.Text;

namespace Apm;

/// <summary>Options of a gateway that wants a user name and a password (HTTP basic authentication).</summary>
/// <param name="baseAddress">Where requests go unless the shop says otherwise.</param>
public abstract class BasicClientOptions(Uri baseAddress) : ApmClientOptions(baseAddress)
{
    /// <summary>The user name, without a colon.</summary>
    [ApmSecret]
    public string UserName { get; set; } = "";

    /// <summary>The password.</summary>
    [ApmSecret]
    public string Password { get; set; } = "";

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials() =>
        new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(UserName + ":" + Password)));

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (string.IsNullOrWhiteSpace(UserName))
        {
            failures.Add($"{nameof(UserName)} is missing.");
        }
        else if (UserName.Contains(':', StringComparison.Ordinal))
        {
            failures.Add($"{nameof(UserName)} has a colon, which basic authentication cannot carry.");
        }

        if (string.IsNullOrWhiteSpace(Password))
        {
            failures.Add($"{nameof(Password)} is missing.");
        }
    }
}
