using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Apm;

/// <summary>Where a gateway is and how a shop proves who it is.</summary>
public abstract class ApmClientOptions
{
    /// <summary>Begins with the gateway's address.</summary>
    /// <param name="baseAddress">Where requests go unless the shop says otherwise.</param>
    protected ApmClientOptions(Uri baseAddress) => BaseAddress = baseAddress;

    /// <summary>
    /// Where requests go: https, or http on this machine; no query and no user name. Links are followed within its
    /// scheme, host and port only: where it changes while the shop runs, links of the former address are not followed
    /// any more.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Gives the credentials, for those that expire; null if they are set. It gives the token, the key, or
    /// <c>user:password</c>, as the gateway wants it.
    /// </summary>
    /// <remarks>
    /// It is called once for each call of the client, before anything is sent, and by several threads at the same time:
    /// keep the value for as long as it is valid. What it gives is checked as configured credentials are. Where it throws,
    /// gives something else, or takes longer than the timeout of the <see cref="HttpClient"/>, nothing is sent and the call
    /// ends with an <see cref="ApmUnreachableException"/>. A response of 401 does not call it again.
    /// </remarks>
    [ApmSecret]
    public Func<CancellationToken, ValueTask<string>>? GetCredentialsAsync { get; set; }

    /// <summary>The header that proves who the shop is: its name and value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract KeyValuePair<string, string> GetCredentials();

    /// <summary>The same header for credentials that <see cref="GetCredentialsAsync"/> gave.</summary>
    /// <param name="credentials">Valid ones.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract KeyValuePair<string, string> GetCredentials(string credentials);

    /// <summary>Reads the options that have a value in a section of the configuration, by their names.</summary>
    /// <param name="section">Has <c>BaseAddress</c> and the credentials, or some of them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Read(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section[nameof(BaseAddress)] is { } address)
        {
            // What is no address at all is no absolute one either, which validation reports.
            BaseAddress = Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri) ? uri : new Uri("/", UriKind.Relative);
        }
    }

    /// <summary>Adds what is wrong with credentials that <see cref="GetCredentialsAsync"/> gave, one sentence each. They are not quoted.</summary>
    /// <param name="credentials">What it gave.</param>
    /// <param name="failures">What is wrong so far.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Validate(string? credentials, ICollection<string> failures) =>
        RequireSecret(credentials, GivenCredentials, failures);

    /// <summary>Adds what is wrong, one sentence each. Secrets are not quoted.</summary>
    /// <param name="failures">What is wrong so far.</param>
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
            failures.Add($"{nameof(BaseAddress)} must have no query, no fragment and no user name; a path is accepted.");
        }
        else if (BaseAddress.Scheme == "http" && !BaseAddress.IsLoopback)
        {
            failures.Add($"{nameof(BaseAddress)} must be https, so that nobody can read the credentials on the way; http is accepted for this machine only.");
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

    /// <summary>Adds what is wrong with one of the configured credentials, in whose place there may be <see cref="GetCredentialsAsync"/>.</summary>
    /// <returns>Whether it has to be checked further.</returns>
    private protected bool IsConfigured(string? value, string name, ICollection<string> failures)
    {
        if (GetCredentialsAsync is null)
        {
            return true;
        }

        if (!string.IsNullOrEmpty(value))
        {
            failures.Add($"{name} must be empty where {nameof(GetCredentialsAsync)} is set; keep one of them.");
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
            failures.Add($"{name} must have only characters that a header can carry, and no blank at an end (a line break from a copied secret?).");
        }
    }
}
