using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Apm;

/// <summary>The address of a gateway and the credentials of a shop.</summary>
public abstract class ApmClientOptions
{
    /// <summary>Creates options with the default address of the gateway.</summary>
    /// <param name="baseAddress">The default of <see cref="BaseAddress"/>.</param>
    protected ApmClientOptions(Uri baseAddress) => BaseAddress = baseAddress;

    /// <summary>
    /// The address of the gateway. It must be https, or http on this machine, without query and user name. Links are followed only
    /// within its scheme, host and port: if it changes while the shop runs, links of the former address are not followed
    /// any more.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Gets credentials that expire; null if the credentials are set as options. It returns the token, the key, or
    /// <c>user:password</c>, as the gateway expects it.
    /// </summary>
    /// <remarks>
    /// It is called once for each call of the client, before anything is sent, and may be called by several threads at once: cache
    /// the value for as long as it is valid. The result is checked like configured credentials. If the function throws, returns an
    /// invalid value, or takes longer than the timeout of the <see cref="HttpClient"/>, nothing is sent and the call
    /// ends with an <see cref="ApmUnreachableException"/>. A response of 401 does not call it again.
    /// </remarks>
    [ApmSecret]
    public Func<CancellationToken, ValueTask<string>>? GetCredentialsAsync { get; set; }

    /// <summary>Returns the header with the credentials: its name and value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract KeyValuePair<string, string> GetCredentials();

    /// <summary>Returns the same header for credentials from <see cref="GetCredentialsAsync"/>.</summary>
    /// <param name="credentials">Valid credentials.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract KeyValuePair<string, string> GetCredentials(string credentials);

    /// <summary>Reads options by their names from a configuration section. Options without a value there stay unchanged.</summary>
    /// <param name="section">The section. It has <c>BaseAddress</c> and the credentials, or some of them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Read(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section[nameof(BaseAddress)] is { } address)
        {
            // A text that is not an address at all becomes a relative one, which validation reports.
            BaseAddress = Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri) ? uri : new Uri("/", UriKind.Relative);
        }
    }

    /// <summary>The value of a setting of the merchant; null if it has none.</summary>
    /// <param name="name">The name in the spec.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual string? GetSetting(string name) => null;

    /// <summary>Adds one sentence for each error in credentials from <see cref="GetCredentialsAsync"/>. The credentials are not quoted.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="failures">The errors so far.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Validate(string? credentials, ICollection<string> failures) =>
        RequireSecret(credentials, GivenCredentials, failures);

    /// <summary>Adds one sentence for each error in the options. Secrets are not quoted.</summary>
    /// <param name="failures">The errors so far.</param>
    protected internal virtual void Validate(ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (BaseAddress is null)
        {
            failures.Add($"{nameof(BaseAddress)} must be set.");
        }
        else if (!BaseAddress.IsAbsoluteUri || BaseAddress.Scheme is not ("https" or "http") || BaseAddress.Host.Length == 0)
        {
            failures.Add($"{nameof(BaseAddress)} must be an absolute http or https address.");
        }
        else if (BaseAddress.Query.Length > 0 || BaseAddress.Fragment.Length > 0 || BaseAddress.UserInfo.Length > 0)
        {
            failures.Add($"{nameof(BaseAddress)} must not contain a query, a fragment or a user name; a path is accepted.");
        }
        else if (BaseAddress.Scheme == "http" && !BaseAddress.IsLoopback)
        {
            failures.Add(
                $"{nameof(BaseAddress)} must be https, because http sends the credentials without encryption; "
                + "http is accepted only for the local computer.");
        }
    }

    /// <summary>The type and the address. Secrets are withheld.</summary>
    public sealed override string ToString() => $"{GetType().Name} {{ BaseAddress = {BaseAddress?.GetLeftPart(UriPartial.Path)} }}";

    internal void ThrowIfInvalid(string name)
    {
        var failures = new List<string>();
        Validate(failures);
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(name, GetType(), failures);
        }
    }

    private protected const string GivenCredentials = "The value of " + nameof(GetCredentialsAsync);

    /// <summary>Adds an error if a credential is neither configured nor replaced by <see cref="GetCredentialsAsync"/>.</summary>
    /// <returns>Whether the value needs further checks.</returns>
    private protected bool IsConfigured(string? value, string name, ICollection<string> failures)
    {
        if (GetCredentialsAsync is null)
        {
            return true;
        }

        if (!string.IsNullOrEmpty(value))
        {
            failures.Add($"{name} must be empty if {nameof(GetCredentialsAsync)} is set; remove one of the two.");
        }

        return false;
    }

    private protected static void RequireSecret(string? value, string name, ICollection<string> failures)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            failures.Add($"{name} must not be empty.");
        }
        else if (value.AsSpan().ContainsAnyExceptInRange(' ', '~') || value[0] == ' ' || value[^1] == ' ')
        {
            failures.Add(
                $"{name} must contain only characters that a header can carry, and must not begin or end with a blank. "
                + "Copied secrets often end with a line break.");
        }
    }
}
