using Apm.Sandbox;

namespace QuickStart;

/// <summary>The customer at the hosted page: played against the sandbox, a person at a real gateway.</summary>
internal sealed class Customer(SandboxServer? sandbox)
{
    /// <returns>What the customer was seen to do.</returns>
    public async Task<string> AuthorizeAsync(string? redirect, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(redirect);
        if (sandbox is not null)
        {
            await sandbox.Customer.AuthorizeAsync(redirect, cancellationToken);
            return "authorized on the hosted page";
        }

        return $"open this page and confirm: {redirect}";
    }
}
