namespace Apm.Sandbox;

/// <summary>A decision of the customer at the hosted page.</summary>
internal enum Decision
{
    Authorize,
    Pending,
    Fail,
    Cancel,
}
