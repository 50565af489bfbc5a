namespace Apm.Sandbox;

/// <summary>The moment of a fault in the processing of a request.</summary>
public enum FaultMoment
{
    /// <summary>The request arrived and had no effect: no payment, no refund.</summary>
    BeforeDecision,

    /// <summary>The request had its effect. Only the response is affected.</summary>
    AfterDecision,
}
