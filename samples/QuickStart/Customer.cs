using Apm.Sandbox;

namespace QuickStart;

/// <summary>The customer at the hosted page: played against the sandbox, a person at a real gateway.</summary>
internal sealed class Customer(SandboxServer? sandbox)
{
    /// <returns>What the customer was seen to do.</returns>
    public async Task<string> AuthoriseAsync(string? redirect, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(redirect);
        if (sandbox is not null)
        {
            await sandbox.Customer.AuthoriseAsync(redirect, cancellationToken);
            return "authorised on the hosted page";
        }

        return $"open this page and confirm: {redirect}";
    }
}
