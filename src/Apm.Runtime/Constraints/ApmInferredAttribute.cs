namespace Apm;

/// <summary>The gateway does not document the request or the behavior of an operation. The spec infers it from other facts.</summary>
/// <param name="reason">What is inferred, and what that means for the merchant.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ApmInferredAttribute(string reason) : Attribute
{
    /// <summary>What is inferred, and what that means for the merchant.</summary>
    public string Reason { get; } = reason;
}
