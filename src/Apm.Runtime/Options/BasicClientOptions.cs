using System.ComponentModel;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Apm;

/// <summary>Options for a gateway with a user name and a password (HTTP basic authentication).</summary>
/// <param name="baseAddress">The default address of the gateway.</param>
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
    protected internal override KeyValuePair<string, string> GetCredentials() => GetCredentials(UserName + ":" + Password);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override KeyValuePair<string, string> GetCredentials(string credentials) =>
        new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void Read(IConfiguration section)
    {
        base.Read(section);
        UserName = section[nameof(UserName)] ?? UserName;
        Password = section[nameof(Password)] ?? Password;
    }

    /// <inheritdoc />
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (IsConfigured(UserName, nameof(UserName), failures))
        {
            RequireText(UserName, nameof(UserName), failures);
            if (UserName?.Contains(':', StringComparison.Ordinal) ?? false)
            {
                failures.Add($"{nameof(UserName)} must not contain a colon, because basic authentication cannot carry it.");
            }
        }

        if (IsConfigured(Password, nameof(Password), failures))
        {
            RequireText(Password, nameof(Password), failures);
        }
    }

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void Validate(string? credentials, ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (credentials?.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
        {
            failures.Add($"{GivenCredentials} must be a user name, a colon and a password.");
            return;
        }

        RequireText(credentials[..colon], "The user name in the value of " + nameof(GetCredentialsAsync), failures);
        RequireText(credentials[(colon + 1)..], "The password in the value of " + nameof(GetCredentialsAsync), failures);
    }

    // Both are sent in Base64, so every character is possible in the header. RFC 7617 excludes control characters.
    private static void RequireText(string? value, string name, ICollection<string> failures)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            failures.Add($"{name} must not be empty.");
        }
        else if (value.Any(char.IsControl))
        {
            failures.Add(
                $"{name} must not contain control characters, because basic authentication cannot carry them. "
                + "Copied secrets often end with a line break.");
        }
    }
}
