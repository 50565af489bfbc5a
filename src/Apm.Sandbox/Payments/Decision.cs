namespace Apm.Sandbox;

/// <summary>What the customer can do at the hosted page.</summary>
internal enum Decision
{
    Authorise,
    Pending,
    Fail,
    Cancel,
}
