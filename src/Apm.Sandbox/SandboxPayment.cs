using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A snapshot of a payment at the gateway. Amounts are in the gateway's minor units.</summary>
/// <param name="Id">The gateway's id.</param>
/// <param name="Spec">The API and the method, as in the spec files.</param>
/// <param name="Reference">The shop's own reference.</param>
/// <param name="Status">The gateway's status.</param>
/// <param name="State">The state that the status stands for in the spec.</param>
/// <param name="Currency">The currency of all amounts of this payment.</param>
/// <param name="Amount">The amount of the payment request.</param>
/// <param name="Captured">The captured amount: all of a paid sale, the settled part of an authorization.</param>
/// <param name="Refunded">The refunded amount, including refunds that are not complete. It is never more than <paramref name="Captured"/>.</param>
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
    /// <summary>The refunds and captures that the gateway has as objects of their own, the oldest first.</summary>
    public IReadOnlyList<SandboxResult> Results { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Spec} {Status}";
}
