namespace Apm.Sandbox;

/// <summary>When, in the life of a request, something goes wrong.</summary>
public enum FaultMoment
{
    /// <summary>The request arrived, and nothing was done about it: no payment, no refund.</summary>
    BeforeDecision,

    /// <summary>The gateway decided and recorded it; only the response suffers.</summary>
    AfterDecision,
}
