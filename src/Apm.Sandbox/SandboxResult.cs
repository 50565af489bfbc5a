namespace Apm.Sandbox;

/// <summary>A snapshot of a refund or a capture at the gateway.</summary>
/// <param name="Id">The gateway's id.</param>
/// <param name="Kind"><c>refund</c> or <c>capture</c>, as in the spec.</param>
/// <param name="Status">The gateway's status.</param>
/// <param name="Amount">The amount in the gateway's minor units.</param>
public sealed record SandboxResult(string Id, string Kind, string Status, long Amount);
