using System.ComponentModel;
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
    /// scheme, host and port only.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The header that proves who the shop is: its name and value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract KeyValuePair<string, string> GetCredentials();

    /// <summary>Adds what is wrong, one sentence each. Secrets are not quoted.</summary>
    /// <param name="failures">What is wrong so far.</param>
    protected internal virtual void Validate(ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (BaseAddress is null)
        {
            failures.Add($"{nameof(BaseAddress)} is missing.");
        }
        else if (!BaseAddress.IsAbsoluteUri || BaseAddress.Scheme is not ("https" or "http") || BaseAddress.Host.Length == 0)
        {
            failures.Add($"{nameof(BaseAddress)} is not an absolute http or https address.");
        }
        else if (BaseAddress.Query.Length > 0 || BaseAddress.Fragment.Length > 0 || BaseAddress.UserInfo.Length > 0)
        {
            failures.Add($"{nameof(BaseAddress)} has a query, a fragment or a user name; it may have a path at most.");
        }
        else if (BaseAddress.Scheme == "http" && !BaseAddress.IsLoopback)
        {
            failures.Add($"{nameof(BaseAddress)} is http: credentials would be readable on the way. Use https; http is for this machine only.");
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

    private protected static void RequireSecret(string? value, string name, ICollection<string> failures)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            failures.Add($"{name} is missing.");
        }
        else if (value.AsSpan().ContainsAnyExceptInRange(' ', '~') || value[0] == ' ' || value[^1] == ' ')
        {
            failures.Add($"{name} has characters that a header cannot carry, or blanks at an end (a line break from a copied secret?).");
        }
    }
}
