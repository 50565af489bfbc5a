using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A payment as the gateway knows it, at the moment of asking. Amounts are in the gateway's minor units.</summary>
/// <param name="Id">The gateway's id.</param>
/// <param name="Spec">API and method, as in the spec files.</param>
/// <param name="Reference">The shop's own reference.</param>
/// <param name="Status">The gateway's own word.</param>
/// <param name="State">What the status means by the spec.</param>
/// <param name="Currency">Of every amount of this payment.</param>
/// <param name="Amount">What the shop asked for.</param>
/// <param name="Captured">What was taken from the customer: all of a paid sale, the settled part of an authorization.</param>
/// <param name="Refunded">What went back or is on its way back; never more than <paramref name="Captured"/>.</param>
public sealed record SandboxPayment(
    string Id,
    string Spec,
    string? Reference,
    string Status,
    PaymentState State,
    string Currency,
    long Amount,
    long Captured,
    long Refunded)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Spec} {Status}";
}
