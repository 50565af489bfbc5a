namespace Apm;

/// <summary>The member of the response that a property has. A property whose name is made from the path does not have this attribute.</summary>
/// <param name="path">The path in the spec, such as <c>last_payment_error.code</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmMemberAttribute(string path) : Attribute
{
    /// <summary>The path in the spec.</summary>
    public string Path { get; } = path;
}
