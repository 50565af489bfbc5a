using Apm.Sandbox;

namespace QuickStart;

/// <summary>What the sandbox's own books say; a real gateway does not show them.</summary>
internal static class Ledger
{
    public static bool IsRight(SandboxServer? sandbox)
    {
        if (sandbox is null)
        {
            return true;
        }

        // One payment: the request that broke the rules never came.
        var payment = sandbox.Gateway.Payments.Single();
        return payment.Captured == payment.Amount && payment.Refunded is > 0 && payment.Refunded < payment.Captured;
    }
}
